package org.conversions.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identity;
import org.conversions.customer.NamedBy;
import org.conversions.platform.database.DatabaseDefinition;
import org.conversions.platform.queue.Bell;
import org.conversions.workspace.Mode;
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

    @Inject
    private Customers customers;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService threads;

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

    @Test
    void whoLearnsABuyersNameDoesNotForgetWhatAnotherTransactionLearnedMeanwhile() throws Exception {
        Instant lost = Instant.parse("2026-07-29T10:00:00Z");
        CustomerClick click = new CustomerClick("0000000000000000", "link_1", Instant.EPOCH, Instant.EPOCH, NamedBy.API);
        String id = customers.identify(called("Bea", click)).orElseThrow().customer().id();

        transaction.begin();
        customers.byId("ws_names", id);
        CompletableFuture.runAsync(() -> customers.churned(id, lost), threads).join();
        customers.identify(called("Beatrice", null));
        transaction.commit();

        CustomerView buyer = customers.byId("ws_names", id).orElseThrow();
        assertThat(buyer.name()).isEqualTo("Beatrice");
        assertThat(buyer.subscriptionCanceledAt()).isEqualTo(lost);
    }

    private static Identity called(String name, CustomerClick click) {
        return new Identity("ws_names", Mode.LIVE, "buyer_1", null, null, null, name, null, null, null, click, null,
                false, Instant.now(), false);
    }
}
