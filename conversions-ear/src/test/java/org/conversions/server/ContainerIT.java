package org.conversions.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.conversions.access.AccessTokens;
import org.conversions.access.ApiKeys;
import org.conversions.access.Area;
import org.conversions.access.CreatedKey;
import org.conversions.access.KeyKind;
import org.conversions.access.KeyView;
import org.conversions.customer.Credence;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerDetails;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identity;
import org.conversions.customer.NamedBy;
import org.conversions.platform.database.DatabaseDefinition;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.idempotency.IdempotentResponse;
import org.conversions.platform.idempotency.IdempotencyStore;
import org.conversions.platform.queue.QueueSender;
import org.conversions.workspace.Mode;
import org.conversions.workspace.NewWorkspace;
import org.conversions.workspace.Workspaces;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Inside the server: what the application injects is there, and it is what the rest relies on. */
class ContainerIT extends InServer {

    private static final WorkspaceId NAMES = new WorkspaceId("ws_names");
    private static final WorkspaceId ANSWERS = new WorkspaceId("ws_answers");
    private static final WorkspaceId OLD = new WorkspaceId("ws_old");

    @Inject
    private QueueSender sender;
    @Inject
    private Workspaces workspaces;

    @PersistenceContext(unitName = "conversions")
    private EntityManager entities;

    @Resource(lookup = DatabaseDefinition.NAME)
    private DataSource database;

    @Inject
    private Customers customers;

    @Inject
    private ApiKeys keys;

    @Inject
    private AccessTokens tokens;

    @Inject
    private IdempotencyStore answers;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService threads;

    @Test
    void theBrokerAnswers() {
        assertThat(sender.answers()).isTrue();
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
    @DisplayName("the embedded database is the application's own version of it, and not the server's")
    void theEmbeddedDatabaseIsOurs() throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select h2version()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(System.getProperty("conversions.test.h2-version"));
        }
    }

    @Test
    void whoLearnsABuyersNameDoesNotForgetWhatAnotherTransactionLearnedMeanwhile() throws Exception {
        Instant lost = Instant.parse("2026-07-29T10:00:00Z");
        CustomerClick click = new CustomerClick(new ClickId("0000000000000000"), new LinkId("link_1"), Instant.EPOCH, Instant.EPOCH, NamedBy.API);
        CustomerId id = customers.identify(called("Bea", click)).orElseThrow().customer().id();

        transaction.begin();
        customers.byId(NAMES, id.value());
        CompletableFuture.runAsync(() -> customers.churned(id, lost), threads).join();
        customers.identify(called("Beatrice", null));
        transaction.commit();

        CustomerView buyer = customers.byId(NAMES, id.value()).orElseThrow();
        assertThat(buyer.name()).isEqualTo("Beatrice");
        assertThat(buyer.subscriptionCanceledAt()).isEqualTo(lost);
    }

    @Test
    @DisplayName("An access token opens what it was granted, until it ends or is revoked")
    void anAccessTokenIsAKeyThatEnds() {
        WorkspaceId workspace = workspaces.create(new NewWorkspace("Tokens", null, null), Optional.empty()).id();
        CreatedKey ended = tokens.issue(workspace, "App", Set.of("links.write"), Duration.ZERO);
        assertThat(keys.authenticate(ended.token())).isEmpty();

        CreatedKey token = tokens.issue(workspace, "App", Set.of("links.write"), Duration.ofHours(1));
        assertThat(token.token()).startsWith("conv_access_token_");
        assertThat(keys.list(workspace, Mode.LIVE)).extracting(KeyView::kind).doesNotContain(KeyKind.OAUTH);
        assertThat(keys.authenticate(token.token())).hasValueSatisfying(holder -> {
            assertThat(holder.workspaceId()).isEqualTo(workspace);
            assertThat(holder.may(Area.LINKS, true)).isTrue();
            assertThat(holder.may(Area.CUSTOMERS, false)).isFalse();
            assertThat(holder.publishable()).isFalse();
        });

        tokens.end(List.of(token.key().id()));
        assertThat(keys.authenticate(token.token())).isEmpty();
    }

    @Test
    void noAccessTokenReachesTheKeysOrLivesForMoreThanAnHour() {
        WorkspaceId workspace = workspaces.create(new NewWorkspace("Bounds", null, null), Optional.empty()).id();
        for (String scope : List.of("apis.all", "apis.read", "keys.write")) {
            assertThatThrownBy(() -> tokens.issue(workspace, "App", Set.of(scope), Duration.ofHours(1))).hasMessageContaining(scope);
        }
        assertThatThrownBy(() -> tokens.issue(workspace, "App", Set.of("links.read"), Duration.ofSeconds(3601)))
                .hasMessageContaining("at most");
    }

    @Test
    void anAnswerIsKeptWithWhatItsRequestChangedOrNotAtAll() throws Exception {
        answers.prepare(ANSWERS, Mode.LIVE, "key");
        transaction.begin();
        assertThat(answers.claim(ANSWERS, Mode.LIVE, "key")).contains(new IdempotencyStore.ClaimedKey(null));
        answers.keep(ANSWERS, Mode.LIVE, "key", new IdempotentResponse("hash", 200, "lost"));
        transaction.rollback();
        assertThat(answers.find(ANSWERS, Mode.LIVE, "key")).isEmpty();

        transaction.begin();
        assertThat(answers.claim(ANSWERS, Mode.LIVE, "key")).contains(new IdempotencyStore.ClaimedKey(null));
        assertThat(CompletableFuture.supplyAsync(this::claimedByAnother, threads).join()).isFalse();
        answers.keep(ANSWERS, Mode.LIVE, "key", new IdempotentResponse("hash", 200, "kept"));
        transaction.commit();
        assertThat(answers.find(ANSWERS, Mode.LIVE, "key")).contains(new IdempotentResponse("hash", 200, "kept"));
        answers.keep(ANSWERS, Mode.LIVE, "key", new IdempotentResponse("other", 200, "late"));
        assertThat(answers.find(ANSWERS, Mode.LIVE, "key")).contains(new IdempotentResponse("hash", 200, "kept"));
    }

    private boolean claimedByAnother() {
        try {
            transaction.begin();
            try {
                return answers.claim(ANSWERS, Mode.LIVE, "key").isPresent();
            } finally {
                transaction.rollback();
            }
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAnswerIsSealedAndRemovedWhenItIsOld() throws SQLException {
        for (String key : List.of("old", "long")) {
            answers.prepare(OLD, Mode.LIVE, key);
            answers.keep(OLD, Mode.LIVE, key, new IdempotentResponse("hash", 201,
                    key.equals("old") ? "conv_shown_once" : "x".repeat(IdempotencyStore.RESPONSE_LENGTH_MAX + 1)));
        }
        assertThat(answers.find(OLD, Mode.LIVE, "long")).contains(new IdempotentResponse("hash", 201, null));
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select answer from idempotency_key where workspace_id = 'ws_old'"
                        + " and name = 'old'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).startsWith("v2:").doesNotContain("shown");
        }
        answers.remove(Instant.now().minusSeconds(60), 1_000);
        assertThat(answers.find(OLD, Mode.LIVE, "old")).isPresent();
        assertThat(answers.remove(Instant.now().plusSeconds(1), 1)).isEqualTo(1);
        while (answers.remove(Instant.now().plusSeconds(1), 1_000) > 0) {
            // A batch after the other.
        }
        assertThat(answers.find(OLD, Mode.LIVE, "old")).isEmpty();
    }

    private static Identity called(String name, CustomerClick click) {
        return new Identity(NAMES, Mode.LIVE, Identity.Names.external("buyer_1"),
                new CustomerDetails(name, null, null, null), new Identity.Origin(click, null), false, Instant.now(), Credence.FIRST_HAND);
    }
}
