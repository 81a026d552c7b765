package org.conversions.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The database that this run of the tests is on; the build runs them once on each. */
public enum TestDatabase {

    EMBEDDED {
        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public List<String> javaOptions() {
            return List.of();
        }
    },

    MARIADB {
        @Override
        public Map<String, String> settings() {
            return MariaDbServer.shared().createDatabase();
        }

        @Override
        public List<String> javaOptions() {
            return MariaDbServer.javaOptions();
        }
    };

    public static final TestDatabase CURRENT =
            valueOf(System.getProperty("conversions.test.database", "embedded").toUpperCase(Locale.ROOT));

    /** The settings of a server on an empty database. */
    public abstract Map<String, String> settings();

    /** What its virtual machine needs beside them. */
    public abstract List<String> javaOptions();
}
