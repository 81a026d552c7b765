package org.conversions.partner;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.conversions.platform.Word;

/**
 * The base of a program's commissions, and those that it had before, the oldest first: a sale is decided by the one of its own
 * time. Pure.
 */
public record CommissionBases(CommissionBase today, List<Period> past) {

    /** The base of a program that has said nothing. */
    public static final CommissionBases NET = new CommissionBases(CommissionBase.NET, List.of());
    /** A bound far above what is ever changed; the oldest are forgotten. */
    static final int PERIODS_MAX = 500;

    /** @param until from when on another one held */
    public record Period(Instant until, CommissionBase base) {
    }

    public CommissionBases {
        past = List.copyOf(past);
    }

    /** Reads what {@link #text} wrote. @param past null for none */
    public static CommissionBases parse(CommissionBase today, String past) {
        return new CommissionBases(today, past == null ? List.of() : past.lines().map(line -> line.split(" "))
                .map(words -> new Period(Instant.parse(words[0]), Word.stored(CommissionBase.class, words[1]))).toList());
    }

    /** @return the one that held at a time */
    public CommissionBase at(Instant time) {
        return past.stream().filter(period -> time.isBefore(period.until())).findFirst().map(Period::base).orElse(today);
    }

    /** @param now in whole seconds, as Stripe's times are: a sale of the second of a change comes after it */
    CommissionBases change(CommissionBase next, Instant now) {
        if (next == today) {
            return this;
        }
        List<Period> more = new ArrayList<>(past);
        more.add(new Period(now.truncatedTo(ChronoUnit.SECONDS), today));
        return new CommissionBases(next, more.subList(Math.max(0, more.size() - PERIODS_MAX), more.size()));
    }

    /** @return those before as they are stored, a period a line; null for none */
    String text() {
        return past.isEmpty() ? null : past.stream().map(period -> period.until() + " " + period.base().text())
                .collect(Collectors.joining("\n"));
    }
}
