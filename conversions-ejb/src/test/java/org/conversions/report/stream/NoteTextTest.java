package org.conversions.report.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.conversions.platform.id.WorkspaceId;
import org.junit.jupiter.api.Test;

class NoteTextTest {

    private static final WorkspaceId ONE = new WorkspaceId("ws_one");
    private static final WorkspaceId OTHER = new WorkspaceId("ws_other");

    @Test
    void itNamesWhatHappenedByWorkspace() {
        List<StreamRef> refs = List.of(new StreamRef(ONE, StreamKind.LEAD, "lead_1"), new StreamRef(OTHER, StreamKind.CLICK, "c1"),
                new StreamRef(ONE, StreamKind.SALE, "sale_1"));
        assertThat(NoteText.write(refs)).containsExactly("ws_one=llead_1,ssale_1;ws_other=cc1");
        assertThat(NoteText.read("ws_one=llead_1,ssale_1;ws_other=cc1")).containsExactly(refs.get(0), refs.get(2), refs.get(1));
        assertThat(NoteText.read("")).isEmpty();
        assertThat(NoteText.write(List.of())).isEmpty();
    }

    @Test
    void whatIsTooLongForARowGoesToSeveral() {
        List<StreamRef> refs = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            refs.add(new StreamRef(new WorkspaceId("ws_" + i / 700), StreamKind.CLICK, String.format("%016d", i)));
        }
        List<String> texts = NoteText.write(refs);
        assertThat(texts).hasSize(3).allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(NoteText.LENGTH_MAX));
        assertThat(texts.stream().flatMap(text -> NoteText.read(text).stream())).containsExactlyElementsOf(refs);
    }
}
