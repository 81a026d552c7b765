package org.conversions.platform.database;

/** Tells whether other nodes may be at work on the database: on a server they may, the embedded one is of one process. */
public final class SharedDatabase {

    private SharedDatabase() {
    }

    public static boolean isShared() {
        return new DatabaseSource().isMySql();
    }
}
