package org.conversions.platform.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Opens connections to the database that the settings name. An operator who moves from the embedded database to MySQL
 * changes the URL, the user and the password, and nothing else: the driver and what it needs follow from the URL.
 */
class DatabaseSource implements DataSource {

    private static final String MYSQL = "jdbc:mysql:";
    private static final String H2 = "jdbc:h2:";

    private final String url;
    private final String user;
    private final String password;
    private PrintWriter logWriter;

    DatabaseSource() {
        // Named loader: a pool may create its source on a thread that belongs to no application.
        Config settings = ConfigProvider.getConfig(DatabaseSource.class.getClassLoader());
        url = settings.getValue("conversions.datasource.url", String.class);
        user = settings.getValue("conversions.datasource.user", String.class);
        password = settings.getOptionalValue("conversions.datasource.password", String.class).orElse("");
    }

    /** Names the database without the parameters of the URL, which may hold passwords and are for no log. */
    final String address() {
        return url.replaceFirst("\\?.*", "");
    }

    final boolean isMySql() {
        return url.startsWith(MYSQL);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(user, password);
    }

    @Override
    public Connection getConnection(String name, String secret) throws SQLException {
        Properties properties = isMySql() ? MySqlParameters.beside(url) : new Properties();
        properties.setProperty("user", name);
        properties.setProperty("password", secret);
        if (isMySql()) {
            return new com.mysql.cj.jdbc.Driver().connect(url, properties);
        }
        if (url.startsWith(H2)) {
            return EmbeddedDatabase.get().connect(url, properties);
        }
        throw new SQLException(
                "conversions.datasource.url must begin with " + MYSQL + " or " + H2 + " and does not: " + address());
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(PrintWriter logWriter) {
        this.logWriter = logWriter;
    }

    /** Has no effect: the driver bounds the time to connect, the pool the time to wait for a free connection. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(DatabaseSource.class.getPackageName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!isWrapperFor(type)) {
            throw new SQLException("not a " + type.getName());
        }
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
