package org.conversions.server;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A MySQL server with the defaults that it has in production: strict, with a binary log that is synchronised at each
 * commit, and with certificates that it makes itself. Whoever does not encrypt is turned away.
 */
final class MySqlServer extends DatabaseServer {

    MySqlServer() {
        super("MySQL", BuildFolder.PATH.resolve("mysql"));
    }

    @Override
    List<String> installation() {
        return Stream.of(List.of(executable(), "--no-defaults", "--initialize-insecure"), options())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    List<String> program() {
        return List.of(
                executable(), "--no-defaults",
                // Relative to the data: the path of a socket may only be short.
                "--socket=mysql.sock",
                // The document store would take a port of its own, which another server may have.
                "--mysqlx=OFF");
    }

    @Override
    String demandsOfUser() {
        return "require ssl";
    }

    /** The certificate of the authority that has signed the server's own. */
    Path authority() {
        return data().resolve("ca.pem");
    }

    private String executable() {
        return home().resolve("bin/mysqld").toString();
    }
}
