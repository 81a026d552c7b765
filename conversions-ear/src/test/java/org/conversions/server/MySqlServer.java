package org.conversions.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A MySQL server with the defaults that it has in production: strict, with a binary log that is synchronised at each
 * commit, and with certificates that it makes itself. Whoever does not encrypt is turned away.
 */
final class MySqlServer extends DatabaseServer {

    private static final String TRUST_STORE_PASSWORD = "changeit";

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

    /** The settings of a server with a new database that trusts nobody but this authority. */
    Map<String, String> trusting(Path authority) {
        Map<String, String> settings = new HashMap<>(createDatabase());
        settings.merge("conversions.datasource.url", "?sslMode=VERIFY_CA&trustCertificateKeyStoreUrl=file:"
                + trustStore(authority) + "&trustCertificateKeyStoreType=PKCS12&trustCertificateKeyStorePassword="
                + TRUST_STORE_PASSWORD, String::concat);
        return settings;
    }

    private static Path trustStore(Path authority) {
        Path file = BuildFolder.create("trusted").resolve("mysql-ca.p12");
        try (InputStream certificateFile = Files.newInputStream(authority);
                OutputStream out = Files.newOutputStream(file)) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(certificateFile);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("mysql", certificate);
            trusted.store(out, TRUST_STORE_PASSWORD.toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String executable() {
        return home().resolve("bin/mysqld").toString();
    }
}
