package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.link.LinkFilter;
import org.conversions.link.Links;
import org.conversions.platform.Page;
import org.conversions.report.customer.CustomerFilter;
import org.conversions.report.customer.CustomerList;
import org.conversions.report.customer.CustomerOrder;
import org.conversions.sale.SaleFilter;
import org.conversions.sale.SaleList;
import org.conversions.server.InServer;
import org.conversions.stripe.inbox.StripeEventState;
import org.conversions.stripe.inbox.view.StripeEventFilter;
import org.conversions.stripe.inbox.view.StripeEvents;
import org.conversions.workspace.Mode;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/**
 * How the embedded database does what it is asked: it finds rows by an index that says more of them than whose they are, or
 * reads them in the order in which they are wanted. So nothing costs more because the workspace has a history.
 */
class EmbeddedPlansInServerIT extends InServer {

    /** Tables with rows for each click, customer or payment. */
    private static final Set<String> GROWING = Set.of("click", "link_click", "customer", "stripe_customer", "customer_click",
            "conversion_lead", "sale", "sale_entry", "sale_refund", "commission", "commission_entry", "stripe_event",
            "stripe_payment", "stripe_refund", "stripe_subscription", "statistics_cell", "statistics_link_cell", "link");
    /** A table and, as a comment, the index and its conditions. */
    private static final Pattern LOOK = Pattern.compile("\"public\"\\.\"(\\w+)\"[^/]*/\\*\\s*(.*?)\\s*\\*/", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("\\(?(select|update|delete)\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Conditions that hold for all that a workspace has. */
    private static final String WHOSE = "((workspace_id|mode)( = [^ ]+| IN\\([^)]*\\)| IS NULL)( AND )?)*";
    /** A list behind a condition that comes first in the index, or would have to: H2 goes through all rows then, whatever it says. */
    private static final Pattern UNUSED_LIST = Pattern.compile("( = | IS NULL).* AND \\w+ IN\\(");
    /** What a list may be asked for by, of which a workspace has few. */
    private static final Pattern CHOSEN = Pattern.compile("\"(invoice_id|customer_id|partner_id|link_id)\" = [?']");
    private static final int STORIES = 40;

    @Inject
    private MerchantInServer merchant;
    @Inject
    private StripeEvents events;
    @Inject
    private SaleList sales;
    @Inject
    private CommissionList commissions;
    @Inject
    private CustomerList customers;
    @Inject
    private Links links;
    @Resource
    private UserTransaction transaction;
    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    @Test
    void nothingIsFoundByGoingThroughAllThatAWorkspaceHas() throws Exception {
        inTransaction("set query_statistics_max_entries 2000");
        inTransaction("set query_statistics true");
        List<StoryInServer> stories = merchant.stories(Collections.nCopies(STORIES, Vocabulary.DUB));
        merchant.tell(stories.stream().map(story -> story.buyer().customerCreated(story.clickId())).toList());
        merchant.tell(stories.stream().map(story -> story.buyer().oldInvoice(1)).toList());
        merchant.tell(stories.stream().map(story -> story.buyer().refundOfInvoice(1, 1200)).toList());
        assertThat(merchant.unsettled()).isEmpty();
        lists();

        List<String> plans = new ArrayList<>();
        transaction.begin();
        database.unwrap(Session.class).doWork(connection -> explain(connection, plans));
        transaction.rollback();
        inTransaction("set query_statistics false");

        assertThat(plans).hasSizeGreaterThan(40);
        assertThat(plans.stream().filter(EmbeddedPlansInServerIT::goesThroughAll)).isEmpty();
    }

    private void inTransaction(String sql) throws Exception {
        transaction.begin();
        database.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }

    private void lists() {
        Page page = new Page(1, Page.SIZE_MAX, null, null);
        assertThat(sales.list(new SaleFilter(merchant.workspaceId(), Mode.LIVE, null, null, null, null, null, null, null, null), false, page))
                .hasSize(STORIES);
        assertThat(commissions.list(new CommissionFilter(merchant.workspaceId(), Mode.LIVE, null, null, null, null, null, null, null, null, null, null),
                false, false, page)).hasSize(STORIES);
        String customer = "cus_nobody";
        List.of(new SaleFilter(merchant.workspaceId(), Mode.LIVE, customer, null, null, null, null, null, null, null),
                new SaleFilter(merchant.workspaceId(), Mode.LIVE, null, "link_nothing", null, null, null, null, null, null),
                new SaleFilter(merchant.workspaceId(), Mode.LIVE, null, null, "in_nothing", null, null, null, null, null))
                .forEach(filter -> assertThat(sales.list(filter, false, page)).isEmpty());
        List.of(new CommissionFilter(merchant.workspaceId(), Mode.LIVE, null, null, customer, null, null, null, null, null, null, null),
                new CommissionFilter(merchant.workspaceId(), Mode.LIVE, null, null, null, "pn_nobody", null, null, null, null, null, null),
                new CommissionFilter(merchant.workspaceId(), Mode.LIVE, null, null, null, null, null, "in_nothing", null, null, null, null))
                .forEach(filter -> assertThat(commissions.list(filter, false, false, page)).isEmpty());
        assertThat(customers.list(new CustomerFilter(merchant.workspaceId(), Mode.LIVE, null, null, null, null, null, null, null),
                CustomerOrder.CREATED_AT, false, page)).hasSize(STORIES);
        assertThat(links.list(merchant.workspaceId(), LinkFilter.ofPartner(null), page)).hasSize(STORIES);
        for (StripeEventState state : new StripeEventState[] {null, StripeEventState.PROCESSED}) {
            assertThat(events.list(new StripeEventFilter(merchant.workspaceId(), Mode.LIVE, state, null, null, null, null, null, null, null),
                    0, STORIES)).hasSize(STORIES);
        }
        assertThat(events.lastReceivedAt(merchant.workspaceId(), List.of("con_nothing"))).isEmpty();
    }

    private static void explain(Connection connection, List<String> plans) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement ask = connection.createStatement(); ResultSet rows = ask.executeQuery(
                "select sql_statement from information_schema.query_statistics")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        for (String statement : statements) {
            if (STATEMENT.matcher(statement).matches() && !statement.contains(MerchantInServer.OF_A_TEST)
                    && !statement.toLowerCase(Locale.ROOT).contains("information_schema")) {
                try (Statement ask = connection.createStatement(); ResultSet plan = ask.executeQuery("explain " + statement)) {
                    plan.next();
                    plans.add(plan.getString(1));
                }
            }
        }
    }

    private static boolean goesThroughAll(String plan) {
        Matcher look = LOOK.matcher(plan);
        while (look.find()) {
            String conditions = look.group(2).replaceFirst("public\\.[\\w.]+:?", "").replaceAll("\\s+", " ").strip();
            if (GROWING.contains(look.group(1)) && (!plan.contains("index sorted") || CHOSEN.matcher(plan).find())
                    && (conditions.matches(WHOSE) || UNUSED_LIST.matcher(conditions).find())) {
                return true;
            }
        }
        return false;
    }
}
