package org.conversions.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conversions.platform.Json;

/**
 * A test that spreads the visitors of a link over several destinations.
 *
 * @param variants    the destinations; empty for no test
 * @param startedAt   null for from the beginning
 * @param completedAt from then on the link leads to its own destination again; null only without variants
 */
public record LinkTest(List<TestVariant> variants, Instant startedAt, Instant completedAt) {

    public static final LinkTest NONE = new LinkTest(List.of(), null, null);

    /** @param variants JSON as it is stored, or null */
    public static LinkTest stored(String variants, Instant startedAt, Instant completedAt) {
        List<TestVariant> read = new ArrayList<>();
        if (variants != null) {
            Json.read(variants).forEach(variant ->
                    read.add(new TestVariant(variant.get("url").asText(), variant.get("percentage").asInt())));
        }
        return new LinkTest(List.copyOf(read), startedAt, completedAt);
    }

    /** @return whether visitors are spread over the destinations at this moment */
    public boolean runs(Instant now) {
        return !variants.isEmpty() && (startedAt == null || !now.isBefore(startedAt))
                && completedAt != null && now.isBefore(completedAt);
    }

    /** @return the JSON that {@link #stored} reads; null for no test */
    String variantsText() {
        return variants.isEmpty() ? null : Json.write(variants);
    }
}
