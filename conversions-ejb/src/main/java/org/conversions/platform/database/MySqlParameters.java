package org.conversions.platform.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    /**
     * Variables of a session that keep a node which stands still with rows locked from holding the others up: they wait for a
     * lock for five seconds and try again, and a session of which nothing was heard for half a minute ends, with its locks. A
     * connection that ended like that in the pool is replaced before anyone gets it.
     */
    private static final Map<String, String> LIMITS = new TreeMap<>(Map.of("innodb_lock_wait_timeout", "5", "wait_timeout", "30"));

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
        Set<String> named = Stream.of(variables.toLowerCase(Locale.ROOT).split("[,;]"))
                .map(variable -> variable.split("=")[0].strip()).collect(Collectors.toSet());
        String limits = LIMITS.entrySet().stream().filter(limit -> !named.contains(limit.getKey()))
                .map(limit -> limit.getKey() + '=' + limit.getValue()).collect(Collectors.joining(","));
        if (!limits.isEmpty()) {
            parameters.setProperty(SESSION_VARIABLES, variables.isBlank() ? limits : variables + "," + limits);
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
