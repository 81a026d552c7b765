package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.conversions.server.ServerAbroad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A machine whose language has digits and an encoding of its own: signatures, amounts and times are as anywhere. */
@ResourceLock(ServerAbroad.NAME)
class LocaleIT {

    @Test
    void aServerThatSpeaksArabicCountsTheSame() {
        Merchant merchant = Merchant.another(ServerAbroad.shared().server());
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
