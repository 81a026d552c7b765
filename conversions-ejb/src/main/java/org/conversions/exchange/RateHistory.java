package org.conversions.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.conversions.platform.RequestRefused;

/**
 * Brings in the rates of the days that this server has missed: those before it was installed and those while it was
 * off, as far back as a file of many days goes. Payments of those days would wait, or be converted at older rates.
 */
@ApplicationScoped
class RateHistory {

    /** The days it looks back: those of the European Central Bank's file of ninety days. */
    static final int DAYS = 90;

    private static final System.Logger LOG = System.getLogger(RateHistory.class.getName());
    private static final String SETTING = "conversions.fx.history-url";

    @Inject
    private RateTable table;
    private final Optional<String> url = RateAddress.of(SETTING);

    /** Fetches the file if days are missing. When it cannot be had, the log says so, and the rates stay as they are. */
    void fill(LocalDate today) {
        if (url.isEmpty() || !isMissing(table.fetchedDays(today.minusDays(DAYS)), today)) {
            return;
        }
        try {
            List<RateFile> days = RateFile.history(RateDownload.fetch(url.get()), today);
            days.forEach(day -> table.store(StoredRate.WHOLE_SERVER, day.rates(), RateSource.URL, false));
            LOG.log(Level.INFO, "{0}: rates of {1} days from {2} to {3}", SETTING, days.size(),
                    days.get(0).rates().asOf(), days.get(days.size() - 1).rates().asOf());
        } catch (RequestRefused | IOException e) {
            LOG.log(Level.WARNING, "{0}: nothing is taken from there, sales of the last {1} days may wait for a rate: {2}",
                    SETTING, DAYS, RateFeeds.oneLine(String.valueOf(e.getMessage())));
        }
    }

    /** @return true when a day of the last ones has no rate that is fresh enough to convert a payment of it */
    static boolean isMissing(SortedSet<LocalDate> days, LocalDate today) {
        LocalDate before = today.minusDays(DAYS);
        for (LocalDate day : days) {
            if (RateAge.of(before, day).stale()) {
                return true;
            }
            before = day;
        }
        return RateAge.of(before, today).stale();
    }
}
