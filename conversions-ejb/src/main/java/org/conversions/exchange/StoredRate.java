package org.conversions.exchange;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A row of exchange_rate.
 *
 * @param owner the id of the workspace that set it; {@code ''} for the server's
 */
public record StoredRate(String owner, String currency, LocalDate asOf, RateSource source, Quote quote) {

    /** @throws IllegalStateException for a rate that cannot be: our own bug */
    public StoredRate {
        if (quote.units().signum() <= 0 || quote.dollars().signum() <= 0) {
            throw new IllegalStateException("The rate of " + currency + " of " + asOf + " cannot be: " + quote);
        }
    }

    /**
     * The order of two rates, the better last: a workspace's own before the server's, however old, because it was
     * chosen; then the newer; then the one from the better source.
     */
    static final Comparator<StoredRate> PRECEDENCE = Comparator.comparing(StoredRate::ownOfWorkspace)
            .thenComparing(StoredRate::asOf).thenComparing(StoredRate::source);

    static final String WHOLE_SERVER = "";

    boolean ownOfWorkspace() {
        return !owner.equals(WHOLE_SERVER);
    }
}
