package org.conversions.portal.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.Programs;
import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.payout.profile.PayoutAccount;
import org.conversions.payout.profile.PayoutProfiles;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.PageAddresses;
import org.conversions.portal.member.Notice;
import org.conversions.portal.member.Notices;

/** Finds who is to be written to, and in which language. */
@ApplicationScoped
class NoticeReaders {

    @Inject
    private Notices notices;
    @Inject
    private Partners partners;
    @Inject
    private Programs programs;
    @Inject
    private PayoutProfiles profiles;
    @Inject
    private PageAddresses pages;

    /** @return whoever wants mails of a kind, by their partners */
    Map<PartnerId, List<NoticeMails>> of(WorkspaceId workspaceId, Collection<PartnerId> partnerIds, Notice notice) {
        Map<PartnerId, List<String>> readers = notices.readers(workspaceId, Set.copyOf(partnerIds), notice);
        if (readers.isEmpty()) {
            return Map.of();
        }
        Map<PartnerId, PartnerView> known = partners.byIds(workspaceId, readers.keySet());
        Map<PartnerId, PayoutAccount> accounts = profiles.accounts(workspaceId, readers.keySet());
        String program = programs.get(workspaceId).name();
        Map<PartnerId, List<NoticeMails>> mails = new HashMap<>();
        readers.forEach((partner, emails) -> {
            String country = known.get(partner).country();
            PartnerLanguage language = accounts.containsKey(partner) ? accounts.get(partner).language(country) : PartnerLanguage.usualIn(country);
            mails.put(partner, emails.stream().map(email -> new NoticeMails(email, program, language, pages.at("partners/"))).toList());
        });
        return mails;
    }
}
