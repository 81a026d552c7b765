package org.conversions.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement that writes a row, or adds to the row that has the same key already. The two databases have different words for
 * it: the embedded one also knows MySQL's, but then parses a statement of its own for each row that is there.
 *
 * <p>Its parameters are the columns, in the order in which they are named here. On the embedded database two transactions that
 * write a new row at the same time collide, so it is for rows that one transaction at a time writes.
 */
public final class Upsert {

    /** What becomes of a column of a row that is there. @param change of the old and the new value, as a format of both; null for nothing */
    private record Column(String name, String change) {

        String changed(String old, String added) {
            return name + " = " + String.format(change, old, added);
        }
    }

    private static final String SUM = "%1$s + %2$s";
    private static final String LATEST = "greatest(coalesce(%1$s, %2$s), coalesce(%2$s, %1$s))";

    private final String table;
    private final List<String> key;
    private final List<Column> columns = new ArrayList<>();

    private Upsert(String table, List<String> key) {
        this.table = table;
        this.key = key;
    }

    /** @param key the columns of the primary key */
    public static Upsert into(String table, String... key) {
        return new Upsert(table, List.of(key));
    }

    /** Adds columns that stay as they are in a row that is there. */
    public Upsert keeping(String... names) {
        return with(null, names);
    }

    /** Adds columns of numbers, which are added to those of a row that is there. */
    public Upsert adding(String... names) {
        return with(SUM, names);
    }

    /** Adds a column of which the greater value stays; null is smaller than any. */
    public Upsert latest(String name) {
        return with(LATEST, name);
    }

    private Upsert with(String change, String... names) {
        Stream.of(names).map(name -> new Column(name, change)).forEach(columns::add);
        return this;
    }

    /** @return the statement in the words of the database that is connected to */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        return connection.prepareStatement(connection.getMetaData().getDatabaseProductName().equals("H2") ? merge() : insert());
    }

    private String insert() {
        List<String> names = names();
        String changes = columns.stream().filter(column -> column.change() != null)
                .map(column -> column.changed(column.name(), "values(" + column.name() + ")")).collect(Collectors.joining(", "));
        return "insert into " + table + " (" + String.join(", ", names) + ") values ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ") on duplicate key update "
                + (changes.isEmpty() ? key.get(0) + " = " + key.get(0) : changes);
    }

    private String merge() {
        List<String> names = names();
        String changes = columns.stream().filter(column -> column.change() != null)
                .map(column -> column.changed("t." + column.name(), parameter(column.name()))).collect(Collectors.joining(", "));
        return "merge into " + table + " t using dual on " + key.stream().map(name -> "t." + name + " = " + parameter(name))
                .collect(Collectors.joining(" and ")) + (changes.isEmpty() ? "" : " when matched then update set " + changes)
                + " when not matched then insert (" + String.join(", ", names) + ") values ("
                + names.stream().map(this::parameter).collect(Collectors.joining(", ")) + ")";
    }

    private List<String> names() {
        return Stream.concat(key.stream(), columns.stream().map(Column::name)).toList();
    }

    private String parameter(String name) {
        return "?" + (names().indexOf(name) + 1);
    }
}
