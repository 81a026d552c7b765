package org.conversions.platform;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class StoredRowTest {

    @Test
    void aRowThatBreaksARuleIsALoudBug() {
        StoredRow.mustHold(true, "link link_1", "it leads somewhere");
        assertThatIllegalStateException().isThrownBy(() -> StoredRow.mustHold(false, "link link_1", "it leads somewhere"))
                .withMessageContaining("link_1").withMessageContaining("it leads somewhere");
    }
}
