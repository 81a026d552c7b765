package org.conversions.statistics;

import java.time.Instant;
import java.util.Comparator;
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
    /** The order of the table, so that each of its pages is written once, and nobody waits for another in a circle. */
    private static final Comparator<Key> TRAITS_ORDER = Comparator.comparing(Key::workspaceId).thenComparing(Key::trait)
            .thenComparing(Key::minutes).thenComparing(Key::at).thenComparing(Key::mode).thenComparing(Key::value);
    private static final Comparator<LinkKey> LINKS_ORDER = Comparator.comparing(LinkKey::workspaceId)
            .thenComparing(LinkKey::minutes).thenComparing(LinkKey::at).thenComparing(LinkKey::mode).thenComparing(LinkKey::linkId);

    final Map<Key, Sums> traits = new HashMap<>();
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

    List<Map.Entry<Key, Sums>> traitsInOrder() {
        return traits.entrySet().stream().sorted(Map.Entry.comparingByKey(TRAITS_ORDER)).toList();
    }

    List<Map.Entry<LinkKey, Sums>> linksInOrder() {
        return links.entrySet().stream().sorted(Map.Entry.comparingByKey(LINKS_ORDER)).toList();
    }

    /** Drops what came to nothing. */
    void dropZeros() {
        traits.values().removeIf(Sums::isZero);
        links.values().removeIf(Sums::isZero);
    }

    private void add(WorkspaceId workspaceId, Mode mode, LinkId linkId, Instant at, Click click, Sums sums) {
        Map<Integer, Instant> starts = Map.of(CellTrait.DAY, floor(at, CellTrait.DAY), CellTrait.HOUR, floor(at, CellTrait.HOUR),
                CellTrait.QUARTER, floor(at, CellTrait.QUARTER));
        for (CellTrait trait : TRAITS) {
            CellValue value = CellValue.of(trait, click);
            if (value.text() != null) {
                texts.put(value.key(), value.text());
            }
            for (int minutes : trait.widths()) {
                traits.computeIfAbsent(new Key(workspaceId, trait, minutes, mode.text(), starts.get(minutes), value.key()),
                        key -> new Sums()).add(sums);
            }
        }
        for (int minutes : new int[] {CellTrait.DAY, CellTrait.HOUR}) {
            links.computeIfAbsent(new LinkKey(workspaceId, minutes, mode.text(), starts.get(minutes), linkId),
                    key -> new Sums()).add(sums);
        }
    }

    /** @return the beginning of the cell of this width that a moment is in */
    public static Instant floor(Instant at, int minutes) {
        long seconds = (long) minutes * MINUTE_SECONDS;
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }
}
