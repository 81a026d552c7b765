package org.conversions.platform.database;

import java.sql.SQLException;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;

/**
 * Makes Hibernate see that a database is MariaDB. To MySQL's driver it is a MySQL of a high version, and MariaDB lacks
 * some of what such a one can do.
 */
public class MariaDbDialect implements DialectResolver {

    private static final String NAME = "MariaDB";

    @Override
    public Dialect resolveDialect(DialectResolutionInfo database) {
        return version(database).contains(NAME) ? new MariaDBDialect(database) : null;
    }

    private static String version(DialectResolutionInfo database) {
        try {
            return database.getDatabaseMetadata().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say what it is: " + e.getMessage(), e);
        }
    }
}
