package org.conversions.platform.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;

class RowIdTest {

    @Test
    void anIdIsShownAsItsTextAndSortedByIt() {
        assertThat(new WorkspaceId("ws_1")).hasToString("ws_1").isEqualTo(new WorkspaceId("ws_1"))
                .isLessThan(new WorkspaceId("ws_2"));
    }

    @Test
    void inJsonAnIdIsItsText() throws Exception {
        Map<String, ClickId> click = Map.of("click", new ClickId("0TbXc9LrAbCdEfGh"));
        assertThat(Json.write(click)).isEqualTo("{\"click\":\"0TbXc9LrAbCdEfGh\"}");
        assertThat(Json.MAPPER.readValue("\"cus_1\"", CustomerId.class)).isEqualTo(new CustomerId("cus_1"));
    }

    @Test
    void aStatementPastHibernateTakesTheTextOfAnIdAndEveryOtherValueAsItIs() {
        assertThat(RowId.column(new LinkId("link_1"))).isEqualTo("link_1");
        assertThat(RowId.column(5)).isEqualTo(5);
        assertThat(RowId.column(null)).isNull();
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
