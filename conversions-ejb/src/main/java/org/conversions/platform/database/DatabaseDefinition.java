package org.conversions.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Defines the connection pool and opens its first connection: without a database that can be reached and whose schema
 * can be brought up to date, the application does not start.
 *
 * <p>No two-phase commit: the source is a plain one, and the database is the only resource of a transaction.
 */
@DataSourceDefinition(
        name = DatabaseDefinition.NAME,
        className = "org.conversions.platform.database.DatabaseSourceMigrated",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        minPoolSize = 4,
        maxPoolSize = 32,
        properties = {
            // A connection that died in the pool (the database was restarted) is replaced before anyone gets it.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.max-wait-time-in-millis=10000",
            // A connection keeps its statements planned. The type is blank, which means the usual: without it, Payara 6 takes
            // the text null for the name of a class.
            "fish.payara.statement-cache-size=256",
            "fish.payara.statement-cache-type= "
        })
@Singleton
@Startup
public class DatabaseDefinition {

    /** The one JNDI name of the data source, the same in every packaging. */
    public static final String NAME = "java:app/jdbc/conversions";

    @Resource(lookup = NAME)
    private DataSource database;

    @PostConstruct
    void reachDatabase() {
        try (Connection connection = database.getConnection()) {
            connection.isValid(0);
        } catch (SQLException e) {
            throw new EJBException("The database cannot be used: " + e.getMessage(), e);
        }
    }
}
