package org.conversions.workspace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.conversions.money.Currencies;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;
import org.conversions.platform.Word;
import org.conversions.platform.id.WorkspaceId;

/**
 * A workspace and its settings.
 *
 * @param currency              the currency of its figures, as Stripe writes it: usd
 * @param vocabulary            the names it uses towards browsers and Stripe
 * @param attributionWindowDays how long after a click a lead or sale is still its, 1 to 365
 * @param timezone              where its days begin, for figures by day
 * @param stripe                the choice which of Stripe's events count
 * @param allowedHostnames      the sites whose pages may report clicks, leads and sales
 * @param clientSales           whether a page may report sales, with a key that every visitor can see
 * @param past                  what was set before
 * @param plan                  what the operator lets it use
 */
public record WorkspaceView(WorkspaceId id, String name, String slug, String currency, Vocabulary vocabulary,
                            AttributionModel attributionModel, int attributionWindowDays, ZoneId timezone, StripeSettings stripe,
                            AllowedHostnames allowedHostnames, boolean clientSales, Instant createdAt,
                            PastSettings past, WorkspacePlan plan) {

    private static final int NAME_MAX = TextColumn.LENGTH_MAX;
    static final int WINDOW_DAYS_MAX = 365;

    static final String CURRENCY = "usd";

    private static final int WINDOW_DAYS = 90;

    /**
     * A new workspace, which credits the last click of the last 90 days.
     *
     * @param otherwise its plan when the draft names none
     */
    static WorkspaceView created(WorkspaceId id, NewWorkspace draft, Plan otherwise, Instant now) {
        return new WorkspaceView(id, draft.name(), draft.slug(), draft.currency(), Vocabulary.DUB,
                AttributionModel.LAST_CLICK, WINDOW_DAYS, ZoneId.of("UTC"), StripeSettings.NONE, AllowedHostnames.EVERY,
                false, now, PastSettings.NONE,
                new WorkspacePlan(draft.plan() == null ? otherwise : draft.plan(), WorkspaceLimits.NONE));
    }

    /** @throws RequestRefused naming the first setting that cannot be */
    WorkspaceView changedBy(WorkspaceChange change) {
        if (change.plan() != null) {
            throw RequestRefused.unprocessable("field_not_allowed", "plan: is set by the operator of this server");
        }
        if (change.name() != null) {
            checkName("name", change.name());
        }
        return new WorkspaceView(id, change.name() == null ? name : change.name().strip(), slug,
                change.currency() == null ? currency : currency(change.currency()),
                change.vocabulary() == null ? vocabulary : vocabulary(change.vocabulary()),
                change.attributionModel() == null ? attributionModel : attributionModel(change.attributionModel()),
                change.attributionWindowDays() == null ? attributionWindowDays
                        : windowDays(change.attributionWindowDays()),
                change.timezone() == null ? timezone : timezone(change.timezone()),
                stripe,
                change.allowedHostnames() == null ? allowedHostnames
                        : AllowedHostnames.checked(change.allowedHostnames()),
                change.clientSales() == null ? clientSales : change.clientSales(), createdAt, past, plan);
    }

    WorkspaceView with(StripeSettings settings) {
        return new WorkspaceView(id, name, slug, currency, vocabulary, attributionModel, attributionWindowDays,
                timezone, settings, allowedHostnames, clientSales, createdAt, past, plan);
    }

    /** @return this; when other settings decide from now on, with those that decided before */
    WorkspaceView changedAt(Instant now, WorkspaceView before) {
        return before.deciding().equals(deciding()) ? this : new WorkspaceView(id, name, slug, currency, vocabulary,
                attributionModel, attributionWindowDays, timezone, stripe, allowedHostnames, clientSales, createdAt,
                past.and(now, before.deciding()), plan);
    }

    /**
     * The settings that decide about a sale or lead, however they have changed since.
     *
     * @param time of the sale or lead. Stripe has whole seconds: what was set in that second is in force
     */
    public DecidingSettings decidingAt(Instant time) {
        return past.at(Instant.ofEpochSecond(time.getEpochSecond(), 999_999_999), deciding());
    }

    private DecidingSettings deciding() {
        return new DecidingSettings(attributionModel, stripe.paymentLinkLeadRewards(), stripe.customerLeadRewards(),
                currency);
    }

    /** @throws RequestRefused unprocessable_entity, naming the field */
    public static void checkName(String field, String name) {
        if (name == null || name.isBlank() || name.length() > NAME_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid",
                    field + ": must have 1 to " + NAME_MAX + " characters");
        }
    }

    static String currency(String text) {
        String code = text.toLowerCase(Locale.ROOT);
        if (!Currencies.known(code)) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    "currency: must be a known three-letter code such as usd");
        }
        return code;
    }

    private static Vocabulary vocabulary(String text) {
        return Word.find(Vocabulary.class, text)
                .orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown",
                        "vocabulary: must be one of dub, codeqr"));
    }

    private static AttributionModel attributionModel(String text) {
        return Word.find(AttributionModel.class, text).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown",
                        "attributionModel: must be one of last-click, first-click"));
    }

    private static int windowDays(int days) {
        if (days < 1 || days > WINDOW_DAYS_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    "attributionWindowDays: must be from 1 to " + WINDOW_DAYS_MAX);
        }
        return days;
    }

    private static ZoneId timezone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    "timezone: must be the name of a time zone such as Europe/Berlin");
        }
        return ZoneId.of(text);
    }
}
