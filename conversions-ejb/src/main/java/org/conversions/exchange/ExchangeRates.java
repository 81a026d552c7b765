package org.conversions.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.conversions.money.Currencies;
import org.conversions.money.ExchangeRate;
import org.conversions.money.Money;
import org.conversions.platform.id.WorkspaceId;

/**
 * Converts an amount at the rate of the day it was paid. It is asked while an event of Stripe is worked on, so it never
 * asks outside, costs one statement at most, and none where the currency is the wanted one or the same was asked
 * a moment ago.
 */
@ApplicationScoped
public class ExchangeRates {

    static final int REMEMBERED_MAX = 10_000;
    /** For so long a rate that another node has replaced may still be used here; what changes here is seen at once. */
    static final Duration REMEMBERED_FOR = Duration.ofSeconds(10);

    private static final String DOLLAR = "usd";

    private record Wanted(WorkspaceId workspaceId, String source, String target, LocalDate day) {
    }

    private record Found(ExchangeRate exchange, AppliedRate applied) {
    }

    /** Remembers only what was found: what was not may arrive on another node, and is asked for only once more. */
    private final Cache<Wanted, Found> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).expireAfterWrite(REMEMBERED_FOR).build();

    @Inject
    private RateTable table;

    /**
     * @param workspaceId the workspace whose rates hold, beside the server's
     * @param currency    the wanted one, in lower case
     * @param at          when the amount was paid: the rates of that day in UTC, or else of the last day before it, hold
     * @return the amount in the wanted currency; empty when there is no rate of or before that day for one of the two
     *         currencies, and nothing is guessed then
     * @throws ArithmeticException when the amount is beyond 64 bits in the wanted currency
     */
    public Optional<Converted> convert(WorkspaceId workspaceId, Money amount, String currency, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (amount.currency().equals(currency)) {
            return Optional.of(new Converted(amount, new AppliedRate(BigDecimal.ONE, day, AppliedRate.SAME_CURRENCY)));
        }
        if (!Currencies.known(amount.currency()) || !Currencies.known(currency)) {
            return Optional.empty();
        }
        Found found = remembered.get(new Wanted(workspaceId, amount.currency(), currency, day), this::find);
        return Optional.ofNullable(found)
                .map(rate -> new Converted(rate.exchange.convert(amount), rate.applied));
    }

    private Found find(Wanted wanted) {
        Map<String, StoredRate> rates =
                table.newest(wanted.workspaceId.value(), wanted.source, wanted.target, wanted.day);
        StoredRate source = rates.get(wanted.source);
        StoredRate target = rates.get(wanted.target);
        if (source == null && !wanted.source.equals(DOLLAR) || target == null && !wanted.target.equals(DOLLAR)) {
            return null;
        }
        ExchangeRate exchange = quote(source).from(wanted.source, wanted.target, quote(target));
        return new Found(exchange, applied(exchange, source, target));
    }

    private static AppliedRate applied(ExchangeRate exchange, StoredRate source, StoredRate target) {
        if (source == null || target == null) {
            StoredRate only = source == null ? target : source;
            return new AppliedRate(exchange.rate(), only.asOf(), only.source().text());
        }
        LocalDate older = source.asOf().isBefore(target.asOf()) ? source.asOf() : target.asOf();
        return new AppliedRate(exchange.rate(), older, source.source() == target.source()
                ? source.source().text() : source.source().text() + ", " + target.source().text());
    }

    private static Quote quote(StoredRate rate) {
        return rate == null ? Quote.DOLLAR : rate.quote();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) RatesChanged change) {
        remembered.invalidateAll();
    }
}
