package org.conversions.click.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.conversions.address.Utm;
import org.conversions.click.Click;
import org.conversions.click.ClickTrigger;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.UserAgent;
import org.conversions.click.visit.VisitDetails;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;

class JournalFormatTest {

    @Property(tries = 200)
    void whatWasWrittenIsReadAgain(@ForAll("clicks") @Size(max = 5) List<Click> clicks) {
        assertThat(JournalFormat.read(JournalFormat.write(clicks))).isEqualTo(clicks);
    }

    @Property(tries = 500)
    void whereItWasCutOffAllThatIsWholeBeforeIsRead(@ForAll("clicks") @Size(min = 1, max = 4) List<Click> clicks, @ForAll @IntRange(max = 10_000) int at) {
        byte[] whole = JournalFormat.write(clicks);
        byte[] left = Arrays.copyOf(whole, at % whole.length);
        List<Click> read = JournalFormat.read(left);
        int expected = 0;
        while (expected < clicks.size() && JournalFormat.write(clicks.subList(0, expected + 1)).length <= left.length) {
            expected++;
        }
        assertThat(read).isEqualTo(clicks.subList(0, expected));
    }

    @Property(tries = 500)
    void aChangedByteEndsItBeforeTheClickThatItIsIn(@ForAll("clicks") @Size(min = 1, max = 4) List<Click> clicks,
                                                    @ForAll @IntRange(max = 10_000) int at, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] journal = JournalFormat.write(clicks);
        journal[at % journal.length] ^= (byte) change;
        List<Click> read = JournalFormat.read(journal);
        assertThat(read).isEqualTo(clicks.subList(0, read.size())).hasSizeLessThan(clicks.size());
    }

    @Property(tries = 50)
    void roomThatWasNeverWrittenToIsTheEnd(@ForAll("clicks") @Size(max = 3) List<Click> clicks, @ForAll @IntRange(max = 100) int zeros) {
        byte[] written = JournalFormat.write(clicks);
        assertThat(JournalFormat.read(Arrays.copyOf(written, written.length + zeros))).isEqualTo(clicks);
    }

    @Provide
    Arbitrary<List<Click>> clicks() {
        Arbitrary<String> id = Arbitraries.strings().alpha().numeric().ofLength(16);
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(20).filter(JournalFormatTest::isWhole);
        Arbitrary<Utm> utm = text.injectNull(0.5).list().ofSize(5)
                .map(words -> new Utm(words.get(0), words.get(1), words.get(2), words.get(3), words.get(4)));
        Arbitrary<VisitDetails> details = text.list().ofSize(11).map(of -> new VisitDetails(
                new Place(of.get(0), of.get(1), of.get(2), of.get(3)), new UserAgent(of.get(4), of.get(5), of.get(6)), of.get(7), of.get(8),
                of.get(9), of.get(10)));
        return Combinators.combine(id, Arbitraries.longs().between(0, 4_000_000_000_000L), Arbitraries.of(ClickTrigger.class), text, details, utm)
                .as((clickId, millis, trigger, url, seen, words) -> new Click(new ClickId(clickId), new WorkspaceId("ws_" + clickId),
                        new LinkId("link_" + clickId), Instant.ofEpochMilli(millis), trigger, url, seen, words, null)).list();
    }

    /** Half of a surrogate pair has no bytes in UTF-8. */
    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
