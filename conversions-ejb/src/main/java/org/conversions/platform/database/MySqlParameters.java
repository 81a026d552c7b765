package org.conversions.platform.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Parameters of a connection to MySQL or MariaDB beside its URL. Those that the operator has written there win. */
final class MySqlParameters {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("cachePrepStmts", "true"),
            Map.entry("prepStmtCacheSize", "250"),
            Map.entry("prepStmtCacheSqlLimit", "2048"),
            Map.entry("rewriteBatchedStatements", "true"),
            Map.entry("useLocalSessionState", "true"),
            // Times are stored in UTC, whatever zone the database server or this machine lives in.
            Map.entry("connectionTimeZone", "UTC"),
            Map.entry("forceConnectionTimeZoneToSession", "true"),
            // A database that went away is an error after a while, never a thread that waits for ever.
            Map.entry("connectTimeout", "5000"),
            Map.entry("socketTimeout", "60000"),
            // The key in Payara's key store is for its own visitors. MySQL does not know it and would hang up.
            Map.entry("fallbackToSystemKeyStore", "false"),
            // MariaDB has not the tables that MySQL's driver asks about the database itself.
            Map.entry("useInformationSchema", "false"));

    private static final String SESSION_VARIABLES = "sessionVariables";
    private static final String LOCK_WAIT = "innodb_lock_wait_timeout";

    /** A node that stands still with rows locked must not hold the others up: they try again, and so get past it. */
    private static final int LOCK_WAIT_SECONDS = 5;

    private MySqlParameters() {
    }

    static Properties beside(String url) {
        Map<String, String> written = written(url);
        Properties parameters = new Properties();
        DEFAULTS.forEach((name, value) -> {
            if (!written.containsKey(name)) {
                parameters.setProperty(name, value);
            }
        });
        String variables = written.getOrDefault(SESSION_VARIABLES, "");
        if (!variables.toLowerCase(Locale.ROOT).contains(LOCK_WAIT)) {
            String lockWait = LOCK_WAIT + "=" + LOCK_WAIT_SECONDS;
            parameters.setProperty(SESSION_VARIABLES, variables.isBlank() ? lockWait : variables + "," + lockWait);
        }
        return parameters;
    }

    /** The parameters after the question mark, by name; the driver takes a name in any case. */
    private static Map<String, String> written(String url) {
        Map<String, String> written = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String parameter : url.substring(url.indexOf('?') + 1).split("&")) {
            String[] nameAndValue = parameter.split("=", 2);
            if (nameAndValue.length == 2) {
                written.put(decoded(nameAndValue[0]), decoded(nameAndValue[1]));
            }
        }
        return written;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8).strip();
    }
}
