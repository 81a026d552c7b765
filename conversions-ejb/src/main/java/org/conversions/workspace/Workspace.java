package org.conversions.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import org.conversions.money.Currencies;
import org.conversions.platform.StoredRow;
import org.conversions.platform.id.WorkspaceId;

/** A row of workspace: a tenant and its settings. */
@Entity
@Table(name = "workspace")
class Workspace {

    @Id
    WorkspaceId id;
    String name;
    String slug;
    Vocabulary vocabulary;
    String currency;
    @Column(name = "attribution_model")
    AttributionModel attributionModel;
    @Column(name = "attribution_window_days")
    int attributionWindowDays;
    String timezone;
    @Column(name = "track_free_trials")
    boolean trackFreeTrials;
    @Column(name = "track_quantity")
    boolean trackQuantity;
    @Column(name = "payment_link_lead_rewards")
    boolean paymentLinkLeadRewards;
    @Column(name = "payment_link_lead_webhooks")
    boolean paymentLinkLeadWebhooks;
    @Column(name = "customer_lead_rewards")
    boolean customerLeadRewards;
    @Column(name = "match_by_email")
    boolean matchByEmail;
    /** One a line; null for none. */
    @Column(name = "allowed_hostnames")
    String allowedHostnames;
    @Column(name = "client_sales")
    boolean clientSales;
    /** See {@link PastSettings}; null for none. */
    @Column(name = "past_settings")
    String pastSettings;
    Plan plan;
    /** The number of links that it may have; null for no limit. */
    @Column(name = "links_max")
    Integer linksMax;
    /** Null for the server's setting. */
    @Column(name = "api_per_minute")
    Integer apiPerMinute;
    @Column(name = "created_at")
    Instant createdAt;

    void set(WorkspaceView view) {
        id = view.id();
        name = view.name();
        slug = view.slug();
        currency = view.currency();
        vocabulary = view.vocabulary();
        attributionModel = view.attributionModel();
        attributionWindowDays = view.attributionWindowDays();
        timezone = view.timezone().getId();
        trackFreeTrials = view.stripe().trackFreeTrials();
        trackQuantity = view.stripe().trackQuantity();
        paymentLinkLeadRewards = view.stripe().paymentLinkLeadRewards();
        paymentLinkLeadWebhooks = view.stripe().paymentLinkLeadWebhooks();
        customerLeadRewards = view.stripe().customerLeadRewards();
        matchByEmail = view.stripe().matchByEmail();
        allowedHostnames = view.allowedHostnames().text();
        clientSales = view.clientSales();
        pastSettings = view.past().text();
        createdAt = view.createdAt();
        set(view.plan());
    }

    void set(WorkspacePlan change) {
        plan = change.plan();
        linksMax = change.limits().links();
        apiPerMinute = change.limits().apiPerMinute();
    }

    WorkspacePlan plan() {
        return new WorkspacePlan(plan, new WorkspaceLimits(linksMax, apiPerMinute));
    }

    WorkspaceView view() {
        StoredRow.mustHold(Currencies.known(currency), "workspace " + id, "its currency is a known one");
        StoredRow.mustHold(attributionWindowDays >= 1 && attributionWindowDays <= WorkspaceView.WINDOW_DAYS_MAX,
                "workspace " + id, "its attribution window has 1 to " + WorkspaceView.WINDOW_DAYS_MAX + " days");
        return new WorkspaceView(id, name, slug, currency, vocabulary, attributionModel,
                attributionWindowDays, ZoneId.of(timezone), new StripeSettings(trackFreeTrials, trackQuantity,
                paymentLinkLeadRewards, paymentLinkLeadWebhooks, customerLeadRewards, matchByEmail),
                AllowedHostnames.parse(allowedHostnames), clientSales, createdAt, PastSettings.parse(pastSettings),
                plan());
    }
}
