package org.conversions.platform.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WorkspaceIdTest {

    @Test
    void anIdIsShownAsItsTextAndSortedByIt() {
        assertThat(new WorkspaceId("ws_1")).hasToString("ws_1").isEqualTo(new WorkspaceId("ws_1"))
                .isLessThan(new WorkspaceId("ws_2"));
    }

    @Test
    void withoutATextThereIsNoId() {
        assertThat(WorkspaceId.of(null)).isNull();
        assertThat(WorkspaceId.of(" ")).isNull();
        assertThat(RowId.text(null)).isNull();
        for (String blank : new String[] {null, "", " "}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new WorkspaceId(blank));
        }
    }
}
