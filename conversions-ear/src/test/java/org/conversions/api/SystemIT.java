package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.conversions.people.Person;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.Test;

/** How the server is, as its operator asks. */
@OnBothDatabases
class SystemIT {

    private static final String PATH = "/api/server/system";

    private final ConversionsServer server = ConversionsServer.shared();
    private final Merchant merchant = Merchant.of(SystemIT.class);
    private final Api operator = server.api(ServerSettings.OPERATOR_TOKEN);

    @Test
    void theOperatorSeesHowTheServerIs() {
        merchant.pays(merchant.click(merchant.link()), unique("cus_"), 2_500);
        JsonNode system = expect(200, operator.get(PATH));
        assertThat(system.at("/inbox/states").findValuesAsText("state"))
                .containsExactly("received", "queued", "waiting", "unmatched", "failed");
        assertThat(system.at("/inbox/lanes").asInt()).isEqualTo(64);
        JsonNode explained = system.path("explained");
        assertThat(explained.path("events").asLong()).isPositive();
        assertThat(explained.path("explained").asLong()).isPositive().isLessThanOrEqualTo(explained.path("events").asLong());
        assertThat(explained.path("withinMinute").asLong()).isPositive().isLessThanOrEqualTo(explained.path("explained").asLong());
        assertThat(explained.at("/salesAmounts/usd").asLong()).isGreaterThanOrEqualTo(2_500);
        assertThat(system.at("/exchangeRates/asOf").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(system.at("/versions/application").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(system.at("/versions/database").asText())
                .startsWith(TestDatabase.CURRENT == TestDatabase.EMBEDDED ? "H2 " : "M");
        assertThat(system.at("/versions/schema").asText()).isEqualTo("1");
        assertThat(system.at("/storage/bytes").asLong()).isPositive();
        assertThat(system.at("/storage/tables").findValuesAsText("name")).contains("stripe_event", "sale", "self_check");
        assertThat(system.at("/memory/usedBytes").asLong()).isPositive().isLessThan(system.at("/memory/maxBytes").asLong());
        if (TestDatabase.CURRENT != TestDatabase.EMBEDDED) {
            assertThat(system.path("nodes")).isNotEmpty();
            assertThat(system.at("/nodes/0/lanes").asInt()).isPositive();
        }
    }

    @Test
    void anEventThatWaitsIsThereAndExplained() {
        String customer = unique("cus_");
        expect(200, merchant.stripeSends("charge.refunded", object("id", unique("ch_"), "object", "charge",
                "customer", customer, "amount", 100, "amount_refunded", 100, "payment_intent", unique("pi_"))));
        await().atMost(30, SECONDS).until(() -> "waiting".equals(merchant.api().get("/api/stripe/events?customerId=" + customer)
                .json().path(0).path("state").asText()));
        JsonNode waiting = expect(200, operator.get(PATH)).at("/inbox/states/2");
        assertThat(waiting.path("state").asText()).isEqualTo("waiting");
        assertThat(waiting.path("count").asLong()).isPositive();
        assertThat(expect(200, operator.get(PATH)).at("/explained/explained").asLong()).isPositive();
    }

    @Test
    void aCheckOfAllFiguresIsKeptWithItsTimeAndOneOfAWorkspaceIsNot() {
        Instant before = Instant.now().minusSeconds(5);
        JsonNode check = expect(200, operator.post("/api/server/self-check", object()));
        JsonNode kept = expect(200, operator.get(PATH)).path("checkedFigures");
        assertThat(kept.path("days")).isEqualTo(check.path("days"));
        assertThat(kept.path("found").asInt()).isEqualTo(check.path("differences").size());
        assertThat(Instant.parse(kept.path("startedAt").asText())).isAfter(before);
        assertThat(Instant.parse(kept.path("finishedAt").asText())).isAfter(before);
        expect(200, operator.post("/api/server/self-check", object("workspaceId", merchant.workspace().id())));
        assertThat(expect(200, operator.get(PATH)).path("checkedFigures")).isEqualTo(kept);
    }

    @Test
    void whoIsNotTheOperatorIsRefused() {
        Errors.isError(server.api(null).get(PATH), 401);
        Errors.isError(merchant.api().get(PATH), 403);
        assertThat(Person.join(server, merchant.workspace().apiKey(), "owner").get(PATH).status()).isEqualTo(403);
    }
}
