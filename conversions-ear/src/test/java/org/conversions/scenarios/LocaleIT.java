package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.Test;

/** A machine whose language has digits and an encoding of its own: signatures, amounts and times are as anywhere. */
class LocaleIT {

    @Test
    void aServerThatSpeaksArabicCountsTheSame() {
        // MySQL's driver wants a machine in UTC, and the server says so (StartIT).
        String zone = TestDatabase.CURRENT == TestDatabase.EMBEDDED ? "Africa/Cairo" : "UTC";
        Map<String, String> settings = Stream.concat(ServerSettings.SHARED.entrySet().stream(), Stream.of(Map.entry(
                        "_java.options", "-Duser.language=ar -Duser.country=EG -Dfile.encoding=windows-1256"
                                + " -Duser.timezone=" + zone)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        try (ConversionsServer server = ConversionsServer.started(settings)) {
            Merchant merchant = Merchant.of(server);
            Story story = merchant.story(Vocabulary.DUB);

            merchant.tell(story.checkout().with("client_reference_id", story.reference())
                    .with("customer_details.name", "بيا 例え")).processed()
                    .did("customer", "lead", "sale", "commission");
            merchant.tell(story.refund(1200)).processed().did("refund", "commission");

            assertThat(story.figures())
                    .isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000).refunds(1, 1000));
            assertThat(story.buyerAtStripe().path("name").asText()).isEqualTo("بيا 例え");
            assertThat(merchant.read("/api/sales?linkId=" + story.linkId).path(0).path("paidAt").asText())
                    .matches("20\\d\\d-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
        }
    }
}
