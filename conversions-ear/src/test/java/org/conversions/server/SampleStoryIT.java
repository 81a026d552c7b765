package org.conversions.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The command of the README that shows the server at work without Stripe. */
class SampleStoryIT {

    private final ConversionsServer server = ConversionsServer.shared();

    @Test
    void tellsAStoryOfTwoSalesAndARefundInTestModeOnly() {
        JsonNode liveBefore = liveFigures();

        String told = SampleStory.told(server.base(), ServerSettings.API_KEY);

        assertThat(told).contains("Before:", "After:").doesNotContain("waiting", "ignored", "failed")
                .containsPattern("charge.refunded +processed +1000 of the sale was taken back")
                .containsPattern("customer.subscription.deleted +processed +The customer's last subscription ended");
        JsonNode liveAfter = liveFigures();
        assertThat(liveAfter.path("sales")).isEqualTo(liveBefore.path("sales"));
        assertThat(liveAfter.path("saleAmount")).isEqualTo(liveBefore.path("saleAmount"));
    }

    private JsonNode liveFigures() {
        return server.api(ServerSettings.API_KEY).get("/api/analytics?event=composite&interval=all").json();
    }
}
