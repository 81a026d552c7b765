package org.conversions.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.conversions.platform.Page;

class CursorTest {

    /** The rows 1 to 20 as a database would hand them out. */
    private static List<Integer> page(Page page, boolean ascending) {
        Cursor cursor = Cursor.of(page, ascending);
        List<Integer> rows = IntStream.rangeClosed(1, 20).boxed()
                .filter(row -> cursor.id() == null || (cursor.beyond().equals(">") ? row > Integer.parseInt(cursor.id())
                        : row < Integer.parseInt(cursor.id())))
                .sorted((one, other) -> cursor.direction().equals("asc") ? one - other : other - one).limit(page.size()).toList();
        return cursor.inOrder(rows);
    }

    @Property
    void thePageAfterTheOneBeforeARowBeginsWithIt(@ForAll @IntRange(min = 3, max = 18) int row, @ForAll boolean ascending,
                                                  @ForAll @IntRange(min = 1, max = 5) int size) {
        List<Integer> before = page(new Page(1, size, null, String.valueOf(row)), ascending);
        int last = before.get(before.size() - 1);
        assertThat(page(new Page(1, size, String.valueOf(last), null), ascending).get(0)).isEqualTo(row);
        assertThat(before).isSortedAccordingTo((one, other) -> ascending ? one - other : other - one);
    }
}
