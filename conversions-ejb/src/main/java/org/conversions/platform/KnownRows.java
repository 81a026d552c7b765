package org.conversions.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rows that a transaction knows by one of their names. A row is read when it is asked for the first time, together with all
 * that were announced; one that the transaction makes is added, so that it need not be written to be found. That a name has no
 * row is known as well: one that another transaction makes meanwhile is met at its unique key.
 *
 * @param <K> a name
 * @param <V> a row, or several of one name
 */
public final class KnownRows<K, V> {

    /** Bounds the names of one statement. */
    static final int TOGETHER_MAX = 64;

    private final Map<K, V> rows = new HashMap<>();
    private final Set<K> announced = new LinkedHashSet<>();

    /** Says that rows may be asked for soon. Null is no name. */
    public void announce(Collection<? extends K> names) {
        for (K name : names) {
            if (name != null && !rows.containsKey(name)) {
                announced.add(name);
            }
        }
    }

    /**
     * @param read gets names that nothing is known of yet, and returns the rows that there are
     * @return the row of a name, or null
     */
    public V get(K name, Function<List<K>, Map<K, V>> read) {
        if (!rows.containsKey(name)) {
            announced.remove(name);
            List<K> names = new ArrayList<>(List.of(name));
            announced.stream().limit(TOGETHER_MAX - 1L).forEach(names::add);
            Map<K, V> found = read.apply(names);
            names.forEach(each -> put(each, found.get(each)));
        }
        return rows.get(name);
    }

    /**
     * @param names those that a statement has asked for
     * @param rows  what it found
     * @return the rows by the names that were asked for: a database may take two for the same that differ by spaces at the end
     */
    public static <V> Map<String, V> byName(List<String> names, Stream<V> rows, Function<V, String> nameOf) {
        Map<String, V> found = new HashMap<>();
        rows.forEach(row -> {
            String stored = nameOf.apply(row);
            names.stream().filter(names.contains(stored) ? stored::equals : name -> isSame(name, stored))
                    .forEach(name -> found.put(name, row));
        });
        return found;
    }

    /** @return whether two names are the same to every database, or to one */
    public static boolean isSame(String one, String other) {
        return one.stripTrailing().equals(other.stripTrailing());
    }

    /** Adds a row that the transaction has made. @param row null when it knows that there is none */
    public void put(K name, V row) {
        announced.remove(name);
        rows.put(name, row);
    }

    /** @return whether nothing has to be read for a name */
    public boolean isKnown(K name) {
        return rows.containsKey(name);
    }

    /** Changes the row of a name, if it is known. */
    public void with(K name, Consumer<V> change) {
        V row = rows.get(name);
        if (row != null) {
            change.accept(row);
        }
    }

    /** Has the row of a name read again when it is asked for. */
    public void forget(K name) {
        rows.remove(name);
    }

    /** Has all read again, after rows were changed by statements of their own. */
    public void forget() {
        rows.clear();
    }
}
