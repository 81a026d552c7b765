package org.conversions.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conversions.platform.Json;

/**
 * An experiment that spreads the visitors of a link over several destinations; the API says test.
 *
 * @param variants    the destinations; empty for no experiment
 * @param startedAt   null for from the beginning
 * @param completedAt from then on the link leads to its own destination again; null only without variants
 */
public record LinkExperiment(List<TestVariant> variants, Instant startedAt, Instant completedAt) {

    public static final LinkExperiment NONE = new LinkExperiment(List.of(), null, null);

    /** @param variants JSON as it is stored, or null */
    public static LinkExperiment stored(String variants, Instant startedAt, Instant completedAt) {
        List<TestVariant> read = new ArrayList<>();
        if (variants != null) {
            Json.read(variants).forEach(variant ->
                    read.add(new TestVariant(variant.get("url").asText(), variant.get("percentage").asInt())));
        }
        return new LinkExperiment(List.copyOf(read), startedAt, completedAt);
    }

    /** @return whether visitors are spread over the destinations at this moment */
    public boolean runs(Instant now) {
        return !variants.isEmpty() && (startedAt == null || !now.isBefore(startedAt))
                && completedAt != null && now.isBefore(completedAt);
    }

    /** @return the JSON that {@link #stored} reads; null for no experiment */
    String variantsText() {
        return variants.isEmpty() ? null : Json.write(variants);
    }
}
