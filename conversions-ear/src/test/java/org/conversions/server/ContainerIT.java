package org.conversions.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.conversions.platform.database.DatabaseDefinition;
import org.conversions.platform.queue.Bell;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: what the application injects is there, and it is what the rest relies on. */
@ExtendWith(ArquillianExtension.class)
class ContainerIT {

    @Inject
    private Bell bell;

    @PersistenceContext(unitName = "conversions")
    private EntityManager entities;

    @Resource(lookup = DatabaseDefinition.NAME)
    private DataSource database;

    /** The WAR as it is built, with this class in it. */
    @Deployment
    static WebArchive application() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, BuildFolder.PATH.resolve("micro/ROOT.war").toFile())
                .addClass(ContainerIT.class)
                .addAsLibraries(jarOf(Assertions.class));
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    @Test
    void theBrokerAnswers() {
        assertThat(bell.answers()).isTrue();
    }

    @Test
    void theEntitiesAreKnown() {
        assertThat(entities.getMetamodel().getEntities()).isNotEmpty();
    }

    @Test
    void transactionsReadWhatIsCommitted() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }
}
