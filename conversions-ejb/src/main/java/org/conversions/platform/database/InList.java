package org.conversions.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The values of an {@code in (…)}, some at a time: the embedded database compares each row that it has found with the values
 * one after the other, so that a list of a thousand takes it longer than sixteen statements with a part of it each.
 */
public final class InList {

    private static final int MAX = 64;
    private static final int PARTS_MAX = 50;

    private InList() {
    }

    /** @return the values in their order, in lists for a statement each */
    public static <T> List<List<T>> parts(Collection<? extends T> values) {
        return parts(values, MAX);
    }

    /** @return the values in their order, in lists for a part of one statement each: in few, however many values there are */
    public static <T> List<List<T>> partsOfOne(Collection<? extends T> values) {
        return parts(values, Math.max(MAX, (values.size() + PARTS_MAX - 1) / PARTS_MAX));
    }

    private static <T> List<List<T>> parts(Collection<? extends T> values, int size) {
        List<T> all = List.copyOf(values);
        List<List<T>> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            parts.add(all.subList(i, Math.min(all.size(), i + size)));
        }
        return parts;
    }

    /** @return the values, the first of them so often that there are few lengths: statements are planned for each of them */
    public static <T> List<T> padded(Collection<? extends T> values) {
        List<T> padded = new ArrayList<>(values);
        while (Integer.bitCount(padded.size()) > 1) {
            padded.add(padded.get(0));
        }
        return padded;
    }

    /** Deletes rows by their ids: by few statements, and not by one for each row as a batch would. */
    public static void delete(Connection connection, String table, Collection<String> ids) throws SQLException {
        for (List<String> some : InList.<String>parts(ids)) {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from " + table + " where id in (" + marks(some.size()) + ")")) {
                int place = 0;
                for (String id : some) {
                    delete.setString(++place, id);
                }
                delete.executeUpdate();
            }
        }
    }

    /** @return as many question marks, with commas between them */
    public static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
