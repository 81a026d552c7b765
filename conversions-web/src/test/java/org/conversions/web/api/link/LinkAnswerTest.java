package org.conversions.web.api.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.conversions.address.Utm;
import org.conversions.link.LinkRules;
import org.conversions.link.LinkView;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.Json;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.total.LinkFigures;
import org.junit.jupiter.api.Test;

class LinkAnswerTest {

    private static final Instant CREATED = Instant.parse("2026-07-29T10:00:00Z");
    private static final LinkView LINK = new LinkView(new LinkId("link_1"), new WorkspaceId("ws_1"), "go.example.com", "sale", true, "https://a.example",
            null, null, null, null, true, false, null, new Utm("mail", null, null, null, null), null, List.of(), LinkRules.NONE,
            CREATED, CREATED);

    @Test
    void everyFieldThatAClientReadsIsThere() {
        JsonNode link = json(LinkFigures.NONE);
        assertThat(link.fieldNames()).toIterable().contains(
                "id", "domain", "key", "url", "shortLink", "qrCode", "workspaceId", "projectId", "createdAt", "updatedAt", "webhookIds",
                "externalId", "tenantId", "programId", "partnerId", "expiresAt", "expiredUrl", "disabledAt", "password", "title",
                "description", "image", "video", "ios", "android", "geo", "tags", "folderId", "comments", "utm_source", "utm_medium",
                "utm_campaign", "utm_term", "utm_content", "userId", "lastClicked", "tagId", "testVariants", "testStartedAt",
                "testCompletedAt", "trackConversion", "archived", "proxy", "rewrite", "doIndex", "publicStats", "clicks", "leads",
                "conversions", "sales", "saleAmount");
        for (String field : List.of("id", "domain", "key", "url", "shortLink", "qrCode", "workspaceId", "projectId", "createdAt", "updatedAt")) {
            assertThat(link.get(field).isTextual()).as(field).isTrue();
        }
        assertThat(link.get("webhookIds").isArray()).isTrue();
        assertThat(link.get("utm_source").asText()).isEqualTo("mail");
        assertThat(link.get("createdAt").asText()).isEqualTo("2026-07-29T10:00:00.000Z");
        assertThat(link.get("shortLink").asText()).isEqualTo("https://go.example.com/sale");
    }

    @Test
    void theSaleAmountIsWhatIsLeftAfterRefunds() {
        JsonNode link = json(new LinkFigures(10, 4, 2, 3, 1, 9_900, 3_300, CREATED));
        assertThat(link.get("saleAmount").asLong()).isEqualTo(6_600);
        assertThat(link.get("grossSaleAmount").asLong()).isEqualTo(9_900);
        assertThat(link.get("refundedAmount").asLong()).isEqualTo(3_300);
        assertThat(link.get("refunds").asLong()).isEqualTo(1);
        assertThat(link.get("clicks").asLong()).isEqualTo(10);
        assertThat(link.get("leads").asLong()).isEqualTo(4);
        assertThat(link.get("conversions").asLong()).isEqualTo(2);
        assertThat(link.get("sales").asLong()).isEqualTo(3);
        assertThat(link.get("lastClicked").asText()).isEqualTo("2026-07-29T10:00:00.000Z");
    }

    private static JsonNode json(LinkFigures figures) {
        return Json.read(Json.write(LinkAnswer.of(LINK, figures, new ShortDomain("https://go.example.com"), true, true)));
    }
}
