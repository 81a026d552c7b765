package org.conversions.click.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.conversions.address.Utm;
import org.conversions.click.Click;
import org.conversions.click.ClickTrigger;
import org.conversions.click.visit.VisitDetails;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickJournalTest {

    private static final long MANY = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void theNextProcessFindsWhatWasAdded() {
        opened(MANY).add(clicks("a", "b"));
        assertThat(everything(opened(MANY))).containsExactly("a", "b");
    }

    @Test
    void whatIsAddedAfterALookGoesToAnotherFile() {
        ClickJournal journal = opened(MANY);
        journal.add(clicks("a"));
        List<Path> before = journal.complete();
        journal.add(clicks("b"));
        assertThat(everything(journal)).containsExactly("a", "b");
        before.forEach(journal::remove);
        assertThat(everything(journal)).containsExactly("b");
    }

    @Test
    void itIsEmptyWhenAllFilesAreRemoved() {
        ClickJournal journal = opened(MANY);
        assertThat(journal.size()).isZero();
        journal.add(clicks("a"));
        assertThat(journal.size()).isPositive();
        journal.complete().forEach(journal::remove);
        assertThat(journal.size()).isZero();
    }

    @Test
    void aFullJournalRefusesAndKeepsWhatItHas() {
        ClickJournal journal = opened(300);
        journal.add(clicks("a"));
        assertThatThrownBy(() -> journal.add(clicks("b", "c"))).hasMessageContaining("full");
        journal.complete();
        assertThatThrownBy(() -> opened(300).add(clicks("b", "c"))).as("after a start").hasMessageContaining("full");
        assertThat(everything(journal)).containsExactly("a");
    }

    @Test
    void afterABreakOffInTheMiddleOfAClickTheNextProcessLosesNothing() throws IOException {
        opened(MANY).add(clicks("a", "b"));
        Path file = opened(MANY).complete().get(0);
        byte[] cut = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(cut, cut.length - 3), StandardOpenOption.TRUNCATE_EXISTING);
        ClickJournal next = opened(MANY);
        next.add(clicks("c"));
        assertThat(everything(next)).containsExactly("a", "c");
    }

    @Test
    void manyClicksMakeSeveralFiles() {
        ClickJournal journal = opened(100 * MANY);
        List<Click> many = IntStream.range(0, 10_000).mapToObj(i -> click("c" + i)).toList();
        for (int i = 0; i < 7; i++) {
            journal.add(many);
        }
        assertThat(journal.complete()).hasSizeGreaterThan(1);
        assertThat(everything(journal)).hasSize(70_000);
    }

    private ClickJournal opened(long bytesMax) {
        return new ClickJournal(folder.resolve("clicks"), bytesMax, Clock.systemUTC());
    }

    private static List<String> everything(ClickJournal journal) {
        return journal.complete().stream().flatMap(file -> ClickJournal.read(file).stream()).map(click -> click.id().value()).toList();
    }

    private static List<Click> clicks(String... ids) {
        return List.of(ids).stream().map(ClickJournalTest::click).toList();
    }

    private static Click click(String id) {
        return new Click(new ClickId(id), new WorkspaceId("ws_1"), new LinkId("link_1"), Instant.EPOCH, ClickTrigger.LINK,
                "https://example.com/", VisitDetails.UNKNOWN, new Utm(null, null, null, null, null), null);
    }
}
