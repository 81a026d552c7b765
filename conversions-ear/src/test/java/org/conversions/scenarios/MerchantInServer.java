package org.conversions.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Parameter;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionTimeoutException;
import org.conversions.address.Utm;
import org.conversions.click.Click;
import org.conversions.click.ClickTrigger;
import org.conversions.click.Clicks;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.UserAgent;
import org.conversions.click.visit.VisitDetails;
import org.conversions.commission.CommissionChanges;
import org.conversions.customer.Credence;
import org.conversions.customer.CustomerDetails;
import org.conversions.exchange.RatesDraft;
import org.conversions.exchange.WorkspaceRates;
import org.conversions.link.CreatedLink;
import org.conversions.link.LinkChanges;
import org.conversions.link.LinkDraft;
import org.conversions.link.LinkPartner;
import org.conversions.link.LinkRules;
import org.conversions.link.LinkView;
import org.conversions.link.NewLink;
import org.conversions.partner.PartnerDraft;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.Contention;
import org.conversions.platform.Json;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.queue.Queues;
import org.conversions.reward.RewardDraft;
import org.conversions.reward.RewardLimits;
import org.conversions.reward.Rewards;
import org.conversions.sale.restatement.Restatements;
import org.conversions.server.ServerSettings;
import org.conversions.server.StripeSigner;
import org.conversions.stripe.connect.AccountProofs;
import org.conversions.stripe.connect.ConnectionDraft;
import org.conversions.stripe.connect.Connections;
import org.conversions.stripe.inbox.Inbox;
import org.conversions.stripe.inbox.Receipt;
import org.conversions.tracking.LeadRequest;
import org.conversions.tracking.LeadTracking;
import org.conversions.workspace.Mode;
import org.conversions.workspace.NewWorkspace;
import org.conversions.workspace.StripeSettings;
import org.conversions.workspace.WorkspaceChange;
import org.conversions.workspace.Workspaces;

/**
 * A merchant inside the server, with a workspace and a Stripe account of its own in which free trials are leads and
 * partners are promised 20 %: everything goes to the beans that HTTP requests end at.
 */
@Dependent
class MerchantInServer {

    /** At the end of the statements that only the merchant of a test runs. */
    static final String OF_A_TEST = " /* of a test */";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** Fewer than wait for their commit at most. */
    private static final int DELIVERIES_AT_ONCE = 1_000;

    private final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    private String account = "acct_" + unique;
    private WorkspaceId workspaceId;

    @Inject
    private Workspaces workspaces;
    @Inject
    private Connections connections;
    @Inject
    private Partners partners;
    @Inject
    private Rewards rewards;
    @Inject
    private AccountProofs proofs;
    @Inject
    private LinkChanges links;
    @Inject
    private Clicks clicks;
    @Inject
    private LeadTracking leads;
    @Inject
    private Inbox inbox;
    @Inject
    private WorkspaceRates rates;
    @Inject
    private Restatements restatements;
    @Inject
    private CommissionChanges payments;
    @Inject
    private Clock clock;
    @Resource
    private UserTransaction transaction;
    @Resource(lookup = "java:app/jms/conversions")
    private ConnectionFactory broker;
    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    @PostConstruct
    void begin() {
        inTransaction(() -> {
            workspaceId = workspaces.create(new NewWorkspace("Acme", unique, null), Optional.empty()).id();
            workspaces.update(workspaceId, new StripeSettings.Change(true, true, null, null, null, null));
            connect();
            return rewards.create(workspaceId, new RewardDraft("sale", null, null, "percentage", new BigDecimal(20), null, limits -> limits, null, null));
        });
    }

    void connect() {
        connections.connect(workspaceId, new ConnectionDraft(Mode.LIVE,
                Optional.of(proofs.byOperator(account, Mode.LIVE)), List.of(), null));
    }

    void disconnect() {
        connections.list(workspaceId).forEach(connection -> connections.disconnect(workspaceId, connection.id()));
    }

    /** Makes all later events of Stripe those of an account that is not connected yet. */
    void movesToAnotherAccount() {
        account += "B";
    }

    void attributes(String model) {
        workspaces.update(workspaceId, new WorkspaceChange(null, null, model, null, null, null, null));
    }

    /** @param rate what one dollar is worth from today on */
    void exchanges(String currency, String rate) {
        rates.set(workspaceId, new RatesDraft("USD", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
                Map.of(currency, rate), true));
    }

    /** Changes the currency of all sales, later and earlier ones. */
    void countsIn(String currency) {
        workspaces.update(workspaceId, new WorkspaceChange(currency, null, null, null, null, null, null));
        until("all sales to be restated", () -> restatements.of(workspaceId).orElseThrow().finishedAt() != null);
    }

    /** The partner was paid for an invoice of the buyer. */
    void pays(String invoiceId) {
        List<String> earned = database.createNativeQuery("select id from commission where workspace_id = :workspace"
                        + " and invoice_id = :invoice", String.class)
                .setParameter("workspace", workspaceId).setParameter("invoice", invoiceId).getResultList();
        payments.change(workspaceId, Mode.LIVE, earned, "paid", null);
    }

    void rewardsLeads() {
        rewards.create(workspaceId, new RewardDraft("lead", null, null, "flat", null, 100L, limits -> limits, null, null));
    }

    /** @param cents for each seat of a trial, and nothing for other leads */
    void rewardsTrials(long cents) {
        rewards.create(workspaceId, new RewardDraft("lead", null, null, "flat", null, 0L, limits -> limits, Json.read("[{\"amountInCents\":"
                + cents + ",\"type\":\"flat\",\"conditions\":[{\"entity\":\"customer\",\"attribute\":\"source\",\"operator\":\"equals_to\","
                + "\"value\":\"trial\"}]}]"), null));
    }

    /** Of what is promised from now on, a buyer's first sale alone earns anything. */
    void rewardsFirstSalesOnly() {
        rewards.change(workspaceId, rewards.list(workspaceId).get(0).id(), new RewardDraft(null, null, null, null, null, null,
                limits -> new RewardLimits(0, null, null), null, null));
    }

    /** The leads of Stripe customers with metadata, too. */
    void rewardsCustomersLeads() {
        workspaces.update(workspaceId, new StripeSettings.Change(null, null, null, null, true, null));
    }

    WorkspaceId workspaceId() {
        return workspaceId;
    }

    /** Stories that have begun: each partner has a link, and each buyer has clicked it. */
    List<StoryInServer> stories(List<Vocabulary> words) {
        List<StoryInServer> all = new ArrayList<>();
        for (List<Vocabulary> some : parts(words, LinkChanges.AT_ONCE_MAX)) {
            List<StripeBuyer> buyers = some.stream().map(StripeBuyer::new).toList();
            List<LinkView> made = inTransaction(() -> links.createMany(workspaceId, buyers.stream().map(this::link)
                    .toList())).stream().map(CreatedLink::link).toList();
            List<Click> clicked = made.stream().map(this::click).toList();
            clicks.store(clicked);
            for (int i = 0; i < buyers.size(); i++) {
                all.add(new StoryInServer(buyers.get(i), made.get(i).id().value(), made.get(i).partnerId().value(),
                        clicked.get(i).id().value()));
            }
        }
        return all;
    }

    private NewLink link(StripeBuyer buyer) {
        PartnerView partner = partners.enroll(workspaceId, new PartnerDraft("pat." + buyer.name + "@partners.example",
                "Pat", null, null, null, null, null, null));
        return new NewLink(new LinkDraft("https://buy.stripe.com/" + buyer.name + "?" + buyer.words.marker + "=1", null,
                null, null, null, null, null, null, true, false, null, LinkDraft.TagChoice.ids(List.of()),
                LinkRules.NONE), new LinkPartner(partner.programId(), partner.id(), null));
    }

    private Click click(LinkView link) {
        Instant now = clock.instant();
        return new Click(ClickId.next(now), workspaceId, link.id(), now, ClickTrigger.LINK, link.url(), new VisitDetails(Place.UNKNOWN,
                new UserAgent("Desktop", "Firefox", "Linux"), "(direct)", "", "Mozilla/5.0", "192.0.2.0"),
                new Utm(null, null, null, null, null), null);
    }

    /** Reports, as the merchant's server, that a buyer signed up after a click. */
    void lead(String clickId, StripeBuyer buyer) {
        leads.track(new LeadRequest(workspaceId, Mode.LIVE, buyer.externalId,
                new CustomerDetails(null, null, null, null), clickId, "Sign up", false, 1,
                null, Credence.FIRST_HAND));
    }

    /**
     * Delivers to the inbox, which has to accept all of them, and waits until each has been looked at. After that
     * nobody is looked at again by the clock: who waits, waits until what it waits for has come.
     */
    void tell(List<StripeEvent> events) {
        deliver(events);
        looksAtAll();
    }

    /** Delivers to the inbox, which has to accept all of them. */
    void deliver(List<StripeEvent> events) {
        for (List<StripeEvent> some : parts(events, DELIVERIES_AT_ONCE)) {
            CompletableFuture.allOf(some.stream().map(this::delivered).toArray(CompletableFuture[]::new)).join();
        }
    }

    /** Waits until each has been looked at. */
    void looksAtAll() {
        // Until an event has been looked at, nobody knows whose it is.
        until("all to be looked at", () -> count("account_id = :account and due_at > :longAgo and due_at <= :now"
                + " and state = 'received' or workspace_id = :workspace and state = 'queued'") == 0);
        look("due_at > :now", "timestampadd(day, 1, due_at)");
    }

    private CompletableFuture<Void> delivered(StripeEvent event) {
        String body = event.ofAccount(account).body();
        Receipt receipt = inbox.announced(Mode.LIVE, StripeSigner.sign(body, ServerSettings.WEBHOOK_SECRET_LIVE, clock.instant()))
                .receive(body.getBytes(UTF_8));
        if (receipt instanceof Receipt.Accepted accepted) {
            return accepted.stored().toCompletableFuture();
        }
        throw new AssertionError(receipt + ": " + body);
    }

    /**
     * Waits until no event waits for another one, none is to be looked at by now, and the queues are empty. Who waits
     * is looked at once more: what it waits for may have come in the very moment in which it began to wait.
     *
     * @return Stripe's ids of the events that do not settle
     */
    Set<String> unsettled() {
        until("all that is on its way to arrive", this::isQuiet);
        look("state = 'waiting'", ":now");
        try {
            until("all to settle", () -> isQuiet() && count("workspace_id = :workspace and state = 'waiting'") == 0);
            return Set.of();
        } catch (ConditionTimeoutException e) {
            return Set.copyOf(bound(database.createNativeQuery("select stripe_event_id from stripe_event"
                    + " where workspace_id = :workspace and state in ('received', 'queued', 'waiting')", String.class))
                    .getResultList());
        }
    }

    /** Returns how often an event that waits has been looked at. */
    int looksAt(StripeEvent event) {
        return ((Number) database.createNativeQuery("select attempts from stripe_event where workspace_id = :workspace"
                + " and stripe_event_id = :event").setParameter("workspace", workspaceId).setParameter("event", event.id())
                .getSingleResult()).intValue();
    }

    private boolean isQuiet() throws JMSException {
        return count("workspace_id = :workspace and state in ('received', 'queued')"
                + " or account_id = :account and due_at > :longAgo and due_at <= :now") + queued() == 0;
    }

    /** Says when events are looked at next. */
    private void look(String which, String when) {
        Contention.retried(() -> inTransaction(() -> bound(database.createNativeQuery("update stripe_event set due_at = "
                + when + " where workspace_id = :workspace and " + which + OF_A_TEST)).executeUpdate()));
    }

    private static void until(String what, Callable<Boolean> done) {
        // What is injected here is of this thread.
        await(what).pollInSameThread().atMost(PATIENCE).pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50)).until(done);
    }

    /** Counts events, and transactions of which it is still to be found out whom they wake. */
    private long count(String condition) {
        return ((Number) bound(database.createNativeQuery("select count(*) + (select count(*) from stripe_arrival)"
                + " from stripe_event where " + condition + OF_A_TEST))
                .getSingleResult()).longValue();
    }

    private Query bound(Query query) {
        for (Parameter<?> parameter : query.getParameters()) {
            String name = parameter.getName();
            query.setParameter(name, switch (name) {
                case "account" -> account;
                case "workspace" -> workspaceId;
                case "longAgo" -> UtcTime.column(UtcTime.LONG_AGO);
                default -> UtcTime.column(clock.instant());
            });
        }
        return query;
    }

    /** Returns the number of messages that the beans have not done with. */
    private long queued() throws JMSException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            long messages = 0;
            for (String queue : List.of(Queues.REFUNDS, Queues.CHURN)) {
                try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
                    messages += Collections.list((Enumeration<?>) browser.getEnumeration()).size();
                }
            }
            return messages;
        }
    }

    private <T> T inTransaction(Callable<T> work) {
        try {
            transaction.begin();
            boolean done = false;
            try {
                T result = work.call();
                done = true;
                return result;
            } finally {
                if (done) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }
}
