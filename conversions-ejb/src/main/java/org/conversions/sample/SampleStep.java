package org.conversions.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.conversions.click.PastClick;
import org.conversions.platform.id.ClickId;

/** One thing that happens in the month. */
public sealed interface SampleStep {

    Instant at();

    /** A click on a link of the shop. @param link its place in {@link SampleShop#links} */
    record Visit(ClickId clickId, int link, SamplePlace place, PastClick click) implements SampleStep {

        @Override
        public Instant at() {
            return click.at();
        }
    }

    /** An event of Stripe. @param buyer Stripe's id of whom it is about. @param event whole, as it is posted */
    record Delivery(String type, String buyer, Instant at, JsonNode event) implements SampleStep {
    }
}
