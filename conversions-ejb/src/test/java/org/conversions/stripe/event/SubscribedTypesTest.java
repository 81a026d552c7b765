package org.conversions.stripe.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SubscribedTypesTest {

    /** The most types that Stripe lets a list of events be asked for. */
    private static final int STRIPES_LIMIT = 20;

    @Test
    void theyAreThoseThatMerchantsAreToldToAdd() throws IOException {
        String table = Pattern.compile("\\| for \\| events \\|.*?\n\n", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../README.md"))).results().findFirst().orElseThrow().group();
        List<String> told = Pattern.compile("`([a-z_.]+)`").matcher(table).results().map(type -> type.group(1)).toList();

        assertThat(SubscribedTypes.ALL).containsExactlyInAnyOrderElementsOf(told).doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(STRIPES_LIMIT);
    }
}
