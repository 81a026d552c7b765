package org.conversions.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The tool that runs published clients, itself. */
class NodeIT {

    private static final Duration MAX = Duration.ofSeconds(30);

    @Test
    void thePackagesAreThoseThatTheTestsAreAbout() {
        assertThat(Node.run(MAX, "versions.mjs", "dub", "@dub/analytics").strip())
                .isEqualTo("dub 0.73.5\n@dub/analytics 0.0.32");
    }

    @Test
    void aScriptThatFailsSaysWhy() {
        assertThatThrownBy(() -> Node.run(MAX, "versions.mjs", "no-such-package"))
                .isInstanceOf(AssertionError.class).hasMessageContaining("no-such-package");
    }
}
