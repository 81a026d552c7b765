package org.conversions.web.openapi;

import java.util.Map;

/**
 * The names that published clients give to operations, where our class and method have another name: a client that is made
 * from the description then reads like theirs (their package {@code dub}, method by method).
 */
final class ClientNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("linkBulk.create", "links.createMany"),
            Map.entry("linkBulk.update", "links.updateMany"),
            Map.entry("linkBulk.delete", "links.deleteMany"),
            Map.entry("links.info", "links.get"),
            Map.entry("links.get", "links.getById"),
            Map.entry("linkCounts.count", "links.count"),
            Map.entry("linkExists.exists", "links.exists"),
            Map.entry("randomLink.random", "links.random"),
            Map.entry("linkTransfer.transfer", "links.transfer"),
            Map.entry("domains.status", "domains.checkStatus"),
            Map.entry("qrCode.draw", "qrCodes.get"),
            Map.entry("visit.click", "track.click"),
            Map.entry("visit.visit", "track.visit"),
            Map.entry("visit.open", "track.open"),
            Map.entry("analytics.read", "analytics.retrieve"),
            Map.entry("eventFeed.list", "events.list"),
            Map.entry("stream.open", "events.stream"),
            Map.entry("bountySubmissions.list", "bounties.listSubmissions"),
            Map.entry("bountySubmissions.create", "bounties.submit"),
            Map.entry("bountySubmissions.approve", "bounties.approveSubmission"),
            Map.entry("bountySubmissions.reject", "bounties.rejectSubmission"),
            Map.entry("customers.change", "customers.update"),
            Map.entry("partners.enroll", "partners.create"),
            Map.entry("applicationForm.get", "partnerApplications.form"),
            Map.entry("applicationForm.change", "partnerApplications.setForm"),
            Map.entry("leadForm.get", "submittedLeads.form"),
            Map.entry("leadForm.change", "submittedLeads.setForm"),
            Map.entry("partnerLife.ban", "partners.ban"),
            Map.entry("partnerLife.deactivate", "partners.deactivate"),
            Map.entry("partnerLinks.create", "partners.createLink"),
            Map.entry("partnerLinks.upsert", "partners.upsertLink"),
            Map.entry("partnerLinks.list", "partners.retrieveLinks"),
            Map.entry("partnerAnalytics.read", "partners.analytics"),
            Map.entry("commissions.change", "commissions.update"),
            Map.entry("commissions.changeSeveral", "commissions.updateMany"),
            Map.entry("embedToken.create", "embedTokens.referrals"),
            Map.entry("embedData.get", "embed.referrals"),
            Map.entry("key.list", "keys.list"),
            Map.entry("key.create", "keys.create"),
            Map.entry("key.change", "keys.change"),
            Map.entry("key.delete", "keys.delete"));

    private ClientNames() {
    }

    /** @param name the one of our class and method: linkBulk.create */
    static String of(String name) {
        return NAMES.getOrDefault(name, name);
    }
}
