package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** The demands of published clients on an answer: a key that is missing breaks them, one too many does not. */
final class Shapes {

    private static final List<String> FIGURES = List.of("clicks", "leads", "sales", "saleAmount");
    private static final List<String> CUSTOMER = List.of("id", "externalId", "createdAt");

    private Shapes() {
    }

    static void isLink(JsonNode link) {
        hasTexts(link, "id", "domain", "key", "url", "shortLink", "qrCode", "workspaceId", "projectId");
        hasTimes(link, "createdAt", "updatedAt");
        hasKeys(link, "externalId", "tenantId", "programId", "partnerId", "expiresAt", "expiredUrl", "disabledAt",
                "password", "title", "description", "image", "video", "ios", "android", "geo", "tags", "folderId",
                "comments", "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "userId",
                "lastClicked", "tagId", "testVariants", "testStartedAt", "testCompletedAt");
        for (String flag : List.of("trackConversion", "archived", "proxy", "rewrite", "doIndex", "publicStats")) {
            assertThat(link.path(flag).isBoolean()).as(flag).isTrue();
        }
        hasNumbers(link, FIGURES);
        hasNumbers(link, List.of("conversions"));
        assertThat(link.path("webhookIds").isArray()).isTrue();
        assertThat(link.path("tags").isArray()).isTrue();
    }

    static void isCustomer(JsonNode customer) {
        CUSTOMER.forEach(key -> hasTexts(customer, key));
        hasTimes(customer, "createdAt");
        hasKeys(customer, "name", "email", "avatar", "stripeCustomerId", "country", "firstSaleAt",
                "subscriptionCanceledAt");
        hasNumbers(customer, List.of("sales", "saleAmount"));
    }

    static void isPartner(JsonNode partner) {
        hasTexts(partner, "id", "name", "programId", "partnerId");
        hasTimes(partner, "createdAt");
        hasKeys(partner, "username", "email", "image", "country", "companyName", "defaultPayoutMethod", "paypalEmail",
                "stripeConnectId", "payoutsEnabledAt", "identityVerifiedAt", "tenantId", "links");
        assertThat(partner.path("networkStatus").asText()).isIn("draft", "submitted", "approved", "rejected", "trusted");
        assertThat(partner.path("status").asText()).isIn("pending", "approved", "rejected", "invited", "declined",
                "deactivated", "banned", "archived");
        hasNumbers(partner, List.of("owedEarnings", "totalCommissions", "totalClicks", "totalLeads", "totalConversions", "totalSales",
                "totalSaleAmount", "netRevenue"));
    }

    static void isCommission(JsonNode commission) {
        hasTexts(commission, "id", "currency");
        hasTimes(commission, "createdAt", "updatedAt");
        assertThat(commission.path("type").asText()).isIn("click", "lead", "sale", "referral", "custom");
        assertThat(commission.path("status").asText()).isIn("pending", "processed", "paid", "refunded", "duplicate",
                "fraud", "canceled", "hold");
        hasNumbers(commission, List.of("amount", "earnings", "quantity", "grossEarnings", "refundedEarnings", "paidEarnings",
                "clawbackEarnings"));
        hasKeys(commission, "invoiceId", "description", "metadata", "paidAt", "userId");
        hasTexts(commission.path("partner"), "id", "name");
        hasKeys(commission.path("partner"), "email", "image", "payoutsEnabledAt", "country", "groupId");
        hasTimes(commission, "dueAt");
        hasKeys(commission, "holdReason", "payoutId");
        isCustomer(commission.path("customer"));
    }

    static void isSubmission(JsonNode submission) {
        hasTexts(submission, "id", "bountyId", "partnerId");
        hasTimes(submission, "createdAt");
        hasNumbers(submission, List.of("periodNumber"));
        assertThat(submission.path("status").asText()).isIn("draft", "submitted", "approved", "rejected");
        hasKeys(submission, "description", "urls", "files", "performanceCount", "socialMetricCount", "completedAt", "reviewedAt",
                "rejectionReason", "rejectionNote");
    }

    static void isPayout(JsonNode payout) {
        hasTexts(payout, "id", "currency");
        hasTimes(payout, "createdAt");
        hasNumbers(payout, List.of("amount", "earnings", "absorbedEarnings"));
        hasKeys(payout, "invoiceId", "periodStart", "periodEnd", "initiatedAt", "paidAt", "method", "description", "failureReason",
                "traceId");
        assertThat(payout.path("status").asText()).isIn("pending", "processing", "processed", "sent", "completed", "failed", "canceled");
        assertThat(payout.path("mode").asText()).isIn("internal", "external");
        hasTexts(payout.path("partner"), "id", "name");
        hasKeys(payout.path("partner"), "email", "image", "defaultPayoutMethod", "payoutsEnabledAt", "country", "tenantId");
    }

    /** The keys that a click, a lead and a sale in the feed have in common. */
    static void isEvent(JsonNode event, String kind) {
        assertThat(event.path("event").asText()).isEqualTo(kind);
        hasTimes(event, "timestamp");
        JsonNode click = event.path("click");
        hasTexts(click, "id", "timestamp", "url", "country", "region", "city", "continent", "device", "browser", "os",
                "referer", "refererUrl", "ip", "ua", "trigger");
        assertThat(click.path("qr").isBoolean()).isTrue();
        hasTexts(event, "click_id", "link_id", "domain", "key", "url", "continent", "country", "city", "device",
                "browser", "os", "ip");
        assertThat(event.path("qr").isIntegralNumber()).isTrue();
        isLink(event.path("link"));
    }

    /** Rows of figures are distinguished by their keys alone: none may have the key of another kind. */
    static void isFigures(JsonNode row, String... keys) {
        hasNumbers(row, FIGURES);
        List<String> all = Stream.of("start", "continent", "country", "region", "city", "device", "browser", "os",
                "trigger", "referer", "refererUrl", "link", "url").toList();
        assertThat(all.stream().filter(row::has)).containsExactlyInAnyOrder(keys);
    }

    static void hasTexts(JsonNode node, String... keys) {
        for (String key : keys) {
            assertThat(node.path(key).isTextual()).as(key + " is a string in " + node).isTrue();
        }
    }

    static void hasKeys(JsonNode node, String... keys) {
        assertThat(node.fieldNames()).toIterable().contains(keys);
    }

    static void hasTimes(JsonNode node, String... keys) {
        for (String key : keys) {
            assertThat(node.path(key).asText()).as(key)
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        }
    }

    private static void hasNumbers(JsonNode node, List<String> keys) {
        keys.forEach(key -> assertThat(node.path(key).isNumber()).as(key + " is a number in " + node).isTrue());
    }
}
