package org.conversions.bench;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook endpoint as it is mostly written: looks at the signature, inserts one row, commits, and says 200. What the
 * embedded database has written by then may be lost with the power, unlike our inbox; on MySQL both are safe.
 */
@WebServlet(urlPatterns = "/one-row", loadOnStartup = 1)
public class OneRowServlet extends HttpServlet {

    static final String URL = "bench.url";
    static final String USER = "bench.user";
    static final String PASSWORD = "bench.password";
    static final String SECRET = "bench.secret";

    private static final long serialVersionUID = 1;

    private static final int CONNECTIONS = 32;

    private final transient BlockingQueue<PreparedStatement> inserts = new ArrayBlockingQueue<>(CONNECTIONS);

    @Override
    public void init() {
        try (Connection database = connect(); Statement table = database.createStatement()) {
            table.execute("create table one_row (id bigint auto_increment primary key, payload mediumblob)");
            for (int i = 0; i < CONNECTIONS; i++) {
                inserts.add(connect().prepareStatement("insert into one_row (payload) values (?)"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        if (!isSigned(request.getHeader("Stripe-Signature"), body)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentLength(0);
            return;
        }
        try {
            PreparedStatement insert = inserts.take();
            try {
                insert(insert, body);
            } finally {
                inserts.add(insert);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        response.setContentLength(0);
    }

    private static void insert(PreparedStatement insert, byte[] body) throws SQLException {
        insert.setBytes(1, body);
        try {
            insert.executeUpdate();
        } catch (SQLIntegrityConstraintViolationException e) {
            insert.executeUpdate(); // H2 gives two rows that come at once the same key, now and then
        }
    }

    private static boolean isSigned(String header, byte[] body) {
        try {
            String time = header.substring(2, header.indexOf(','));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(System.getProperty(SECRET).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + '.').getBytes(StandardCharsets.US_ASCII));
            return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(header.substring(header.indexOf("v1=") + 3)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        String url = System.getProperty(URL);
        Properties login = new Properties();
        login.setProperty("user", System.getProperty(USER));
        login.setProperty("password", System.getProperty(PASSWORD));
        boolean embedded = url.startsWith("jdbc:h2:");
        if (!embedded) {
            login.setProperty("fallbackToSystemKeyStore", "false"); // as our own connections: the server's is no client's
        }
        try {
            Driver driver = (Driver) Class.forName(embedded ? "org.h2.Driver" : "com.mysql.cj.jdbc.Driver")
                    .getDeclaredConstructor().newInstance();
            return driver.connect(url, login);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
