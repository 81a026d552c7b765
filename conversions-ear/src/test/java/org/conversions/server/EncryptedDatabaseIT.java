package org.conversions.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The documented URL reaches a MySQL with its default TLS: encrypted in any case, and its certificate checked when that is
 * asked for ({@link ServerLifeIT} trusts the right authority, here is a wrong one).
 */
@OnBothDatabases
class EncryptedDatabaseIT {

    private static final String NOT_TRUSTED = "its certificate is not trusted";

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
    void aCertificateOfAnotherAuthorityIsRefused() {
        // One that has not signed the server's certificate.
        try (ConversionsServer server = ConversionsServer.prepared(
                database.trusting(database.data().resolve("client-cert.pem")))) {
            server.launch();
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.log()).contains("Conversions cannot start", NOT_TRUSTED);
        }
    }

    /** Returns the ciphers of the connections of servers under test; an empty text is one without. */
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
