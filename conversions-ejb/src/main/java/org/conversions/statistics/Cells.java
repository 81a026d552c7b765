package org.conversions.statistics;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conversions.click.Click;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Adds up clicks and facts by what they have in common: the workspace, the link, a trait, and the time. */
public final class Cells {

    /**
     * Names a cell.
     *
     * @param minutes its width
     * @param at      its beginning
     * @param value   the value of the trait, see {@link CellValue}
     */
    public record Key(WorkspaceId workspaceId, CellTrait trait, int minutes, String mode, Instant at, String value) {
    }

    /** Names a cell of a link. */
    public record LinkKey(WorkspaceId workspaceId, int minutes, String mode, Instant at, LinkId linkId) {
    }

    private static final int MINUTE_SECONDS = 60;
    private static final List<CellTrait> TRAITS = List.of(CellTrait.values());
    /** The widths of the cells of links in minutes. */
    static final List<Integer> LINK_WIDTHS = List.of(CellTrait.DAY, CellTrait.HOUR);
    /** The order of the table, so that each of its pages is written once, and nobody waits for another in a circle. */
    private static final Comparator<Key> TRAITS_ORDER = Comparator.comparing(Key::workspaceId).thenComparing(Key::trait)
            .thenComparing(Key::minutes).thenComparing(Key::at).thenComparing(Key::mode).thenComparing(Key::value);
    private static final Comparator<LinkKey> LINKS_ORDER = Comparator.comparing(LinkKey::workspaceId)
            .thenComparing(LinkKey::minutes).thenComparing(LinkKey::at).thenComparing(LinkKey::mode).thenComparing(LinkKey::linkId);

    /** What a quarter of an hour of a workspace came to, by the values of each trait. */
    private record Quarter(WorkspaceId workspaceId, String mode, Instant at) {
    }

    private final Map<Quarter, Map<CellTrait, Map<String, Sums>>> quarters = new HashMap<>();
    private final Map<Key, Sums> traits = new HashMap<>();
    final Map<LinkKey, Sums> links = new HashMap<>();
    /** Long values by their keys. */
    final SortedMap<String, String> texts = new TreeMap<>();

    public void add(Click click) {
        add(click.workspaceId(), Mode.LIVE, click.linkId(), click.clickedAt(), click, new Sums(1, 0, 0, 0, 0, 0));
    }

    /** @param click the one that it goes back to; null when it is not known any more */
    public void add(Fact fact, Click click) {
        add(fact.workspaceId(), fact.mode(), fact.linkId(), fact.at(), click, fact.sums());
    }

    /** Takes back what {@link #add(Click)} added. */
    public void remove(Click click) {
        add(click.workspaceId(), Mode.LIVE, click.linkId(), click.clickedAt(), click, new Sums(-1, 0, 0, 0, 0, 0));
    }

    /** @return the sums of all that was added so far, by their cells; to be changed by who asks */
    Map<Key, Sums> traits() {
        quarters.forEach((quarter, values) -> values.forEach((trait, sums) -> {
            for (int minutes : trait.widths()) {
                Instant at = floor(quarter.at(), minutes);
                sums.forEach((value, sum) -> traits.computeIfAbsent(
                        new Key(quarter.workspaceId(), trait, minutes, quarter.mode(), at, value), key -> new Sums()).add(sum));
            }
        }));
        quarters.clear();
        return traits;
    }

    List<Map.Entry<Key, Sums>> traitsInOrder() {
        return traits().entrySet().stream().sorted(Map.Entry.comparingByKey(TRAITS_ORDER)).toList();
    }

    List<Map.Entry<LinkKey, Sums>> linksInOrder() {
        return links.entrySet().stream().sorted(Map.Entry.comparingByKey(LINKS_ORDER)).toList();
    }

    /** Drops what came to nothing. */
    void dropZeros() {
        traits().values().removeIf(Sums::isZero);
        links.values().removeIf(Sums::isZero);
    }

    private void add(WorkspaceId workspaceId, Mode mode, LinkId linkId, Instant at, Click click, Sums sums) {
        // Every width is made of quarters, and a click adds to each of its traits once.
        Map<CellTrait, Map<String, Sums>> quarter = quarters.computeIfAbsent(
                new Quarter(workspaceId, mode.text(), floor(at, CellTrait.QUARTER)), key -> new EnumMap<>(CellTrait.class));
        for (CellTrait trait : TRAITS) {
            CellValue value = CellValue.of(trait, click);
            if (value.text() != null) {
                texts.put(value.key(), value.text());
            }
            quarter.computeIfAbsent(trait, key -> new HashMap<>()).computeIfAbsent(value.key(), key -> new Sums()).add(sums);
        }
        for (int minutes : LINK_WIDTHS) {
            links.computeIfAbsent(new LinkKey(workspaceId, minutes, mode.text(), floor(at, minutes), linkId),
                    key -> new Sums()).add(sums);
        }
    }

    /** @return the beginning of the cell of this width that a moment is in */
    public static Instant floor(Instant at, int minutes) {
        long seconds = (long) minutes * MINUTE_SECONDS;
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }
}
