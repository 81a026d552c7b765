package org.conversions.server;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The database that this run of the tests is on; the build runs them on the embedded one and on a server. */
public enum TestDatabase {

    EMBEDDED(() -> {
        throw new IllegalStateException("The embedded database is no server");
    }),
    MYSQL(MySqlServer::new),
    MARIADB(MariaDbServer::new);

    public static final TestDatabase CURRENT =
            valueOf(System.getProperty("conversions.test.database", "embedded").toUpperCase(Locale.ROOT));

    private final Supplier<DatabaseServer> binaries;
    private DatabaseServer server;

    TestDatabase(Supplier<DatabaseServer> binaries) {
        this.binaries = binaries;
    }

    /** The settings of a server on an empty database. */
    public Map<String, String> settings() {
        return this == EMBEDDED ? Map.of() : server().createDatabase();
    }

    /** The one server of this kind, started for the first who asks and stopped when the run ends. */
    public synchronized DatabaseServer server() {
        if (server == null) {
            DatabaseServer installed = binaries.get();
            installed.install();
            Runtime.getRuntime().addShutdownHook(new Thread(installed::stop));
            server = installed;
        }
        return server;
    }
}
