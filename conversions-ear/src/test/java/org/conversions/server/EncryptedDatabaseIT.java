package org.conversions.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documented URLs reach a MySQL with its default TLS: encrypted in any case, and checked when that is asked for. */
@OnBothDatabases
class EncryptedDatabaseIT {

    private static final String URL = "conversions.datasource.url";
    private static final String NOT_TRUSTED = "its certificate is not trusted";
    private static final String PASSWORD = "changeit";

    private MySqlServer database;

    @BeforeEach
    void onMySql() {
        assumeTrue(TestDatabase.CURRENT == TestDatabase.MYSQL, "only MySQL encrypts by default");
        database = (MySqlServer) TestDatabase.MYSQL.server();
    }

    @Test
    void theUrlAloneIsEncrypted() throws SQLException {
        ConversionsServer.shared();
        assertThat(ciphers()).isNotEmpty().allMatch(cipher -> cipher.startsWith("TLS_"));
    }

    @Test
    void theCertificateIsCheckedAgainstATrustStore() throws Exception {
        Map<String, String> settings = checked(database.authority());
        try (ConversionsServer server = ConversionsServer.started(settings)) {
            assertThat(server.api(null).get("/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        // One that has not signed the server's certificate.
        try (ConversionsServer server = ConversionsServer.prepared(checked(database.data().resolve("client-cert.pem")))) {
            server.launch();
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.log()).contains("Conversions cannot start", NOT_TRUSTED);
        }
    }

    /** The settings of a server that trusts nobody but this authority. */
    private Map<String, String> checked(Path authority) throws IOException, GeneralSecurityException {
        return with(database.createDatabase(), "?sslMode=VERIFY_CA&trustCertificateKeyStoreUrl=file:" + trustStore(authority)
                + "&trustCertificateKeyStoreType=PKCS12&trustCertificateKeyStorePassword=" + PASSWORD);
    }

    private static Map<String, String> with(Map<String, String> settings, String parameters) {
        return Map.of(URL, settings.get(URL) + parameters);
    }

    private static Path trustStore(Path authority) throws IOException, GeneralSecurityException {
        Certificate certificate;
        try (InputStream file = Files.newInputStream(authority)) {
            certificate = CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mysql", certificate);
        Path file = BuildFolder.create("trusted").resolve("mysql-ca.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    /** How the connections of servers under test are encrypted, each of them; an empty text is one that is not. */
    private List<String> ciphers() throws SQLException {
        List<String> ciphers = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select s.variable_value from"
                        + " performance_schema.status_by_thread s join performance_schema.threads t using (thread_id)"
                        + " where s.variable_name = 'Ssl_cipher' and t.processlist_user = 'conversions'")) {
            while (rows.next()) {
                ciphers.add(rows.getString(1));
            }
        }
        return ciphers;
    }
}
