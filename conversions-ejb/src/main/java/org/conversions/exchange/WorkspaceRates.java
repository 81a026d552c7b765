package org.conversions.exchange;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conversions.money.Currencies;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Workspaces;

/** The rates as one workspace sees them, and those that it sets for itself: no other sees or uses these. */
@Stateless
public class WorkspaceRates {

    @Inject
    private RateTable table;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Clock clock;

    /** @throws RequestRefused not_found for a workspace that is not there */
    public RatesView get(WorkspaceId workspaceId) {
        return get(workspaceId, today());
    }

    /**
     * @param day of the payments that are converted at these rates, as 2026-07-29; null for today in UTC
     * @throws RequestRefused unprocessable_entity when it is none, or one to come
     */
    public RatesView get(WorkspaceId workspaceId, String day) {
        LocalDate today = today();
        LocalDate wanted = day == null ? today : day("day", day);
        if (wanted.isAfter(today)) {
            throw RequestRefused.unprocessable("field_out_of_range", "day: must not be after today, which is " + today + " in UTC");
        }
        return get(workspaceId, wanted);
    }

    private RatesView get(WorkspaceId workspaceId, LocalDate day) {
        String currency = workspaces.get(workspaceId).currency();
        SortedMap<String, StoredRate> newest = table.newest(workspaceId.value(), day);
        Optional<StoredRate> newestOfAll = newest.values().stream()
                .max(Comparator.comparing(StoredRate::asOf).thenComparing(StoredRate::source));
        SortedMap<String, BigDecimal> rates = new TreeMap<>();
        SortedMap<String, LocalDate> own = new TreeMap<>();
        SortedMap<String, RatesView.Origin> origins = new TreeMap<>();
        rates.put("usd", BigDecimal.ONE);
        newest.values().forEach(rate -> {
            rates.put(rate.currency(), rate.quote().perDollar());
            origins.put(rate.currency(), new RatesView.Origin(rate.asOf(), rate.source().text()));
            if (rate.ownOfWorkspace()) {
                own.put(rate.currency(), rate.asOf());
            }
        });
        return new RatesView(currency, newestOfAll.map(StoredRate::asOf).orElse(null),
                newestOfAll.map(rate -> RateAge.of(rate.asOf(), day)).orElse(null),
                newestOfAll.map(rate -> rate.source().text()).orElse(null), rates, origins, own, held(workspaceId, newest, day));
    }

    /** The newest rates of the server. @param asOf their day */
    public record Newest(LocalDate asOf, RateAge age, String source) {
    }

    /** @return empty when the server has none */
    public Optional<Newest> newestOfServer() {
        LocalDate today = today();
        return table.newest("", today).values().stream().max(Comparator.comparing(StoredRate::asOf).thenComparing(StoredRate::source))
                .map(rate -> new Newest(rate.asOf(), RateAge.of(rate.asOf(), today), rate.source().text()));
    }

    /**
     * Sets rates for this workspace. The same again changes nothing; a rate that jumps is held unless it is confirmed.
     *
     * @return the rates that hold then
     * @throws RequestRefused unprocessable_entity naming what cannot be, and then nothing changes
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RatesView set(WorkspaceId workspaceId, RatesDraft draft) {
        LocalDate today = today();
        if (draft.base() == null || draft.rates() == null) {
            throw RequestRefused.unprocessable("field_missing",
                    (draft.base() == null ? "base" : "rates") + ": is required");
        }
        RateSet set = RateSet.of(draft.base(), draft.asOf() == null ? today : day("asOf", draft.asOf()), today, draft.rates());
        table.store(workspaceId.value(), set, RateSource.WORKSPACE, draft.confirm());
        return get(workspaceId);
    }

    /**
     * Gives up what the workspace has set for a currency; the server's rates hold again.
     *
     * @param currency in lower case
     * @throws RequestRefused not_found when it has set none
     */
    public void forget(WorkspaceId workspaceId, String currency) {
        if (!Currencies.known(currency) || !table.forget(workspaceId.value(), currency)) {
            throw RequestRefused.notFound("exchange_rate_not_found",
                    "This workspace has set no rate for this currency.");
        }
    }

    /** Only what would hold if it were confirmed: the rest has been overtaken. */
    private List<RatesView.Held> held(WorkspaceId workspaceId, Map<String, StoredRate> newest, LocalDate day) {
        List<RatesView.Held> held = new ArrayList<>();
        for (StoredRate rate : table.held(workspaceId.value())) {
            StoredRate current = newest.get(rate.currency());
            if (current != null && !rate.asOf().isAfter(day) && StoredRate.PRECEDENCE.compare(rate, current) >= 0) {
                BigDecimal next = rate.quote().perDollar();
                BigDecimal now = current.quote().perDollar();
                held.add(new RatesView.Held(rate.currency(), next, rate.asOf(), rate.source().text(), now,
                        JumpPolicy.changePercent(now, next)));
            }
        }
        return held;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw RequestRefused.unprocessable("field_malformed", field + ": must be a day such as 2026-07-29");
        }
    }
}
