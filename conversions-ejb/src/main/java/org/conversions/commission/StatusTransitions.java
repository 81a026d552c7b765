package org.conversions.commission;

import static org.conversions.commission.CommissionStatus.CANCELED;
import static org.conversions.commission.CommissionStatus.DUPLICATE;
import static org.conversions.commission.CommissionStatus.FRAUD;
import static org.conversions.commission.CommissionStatus.HOLD;
import static org.conversions.commission.CommissionStatus.PAID;
import static org.conversions.commission.CommissionStatus.PENDING;
import static org.conversions.commission.CommissionStatus.PROCESSED;
import static org.conversions.commission.CommissionStatus.REFUNDED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The table of all changes of status that there are, and by whom. Pure. The system follows the money: sales, refunds, disputes
 * and payouts. An operator says what no event does.
 */
final class StatusTransitions {

    /** The one who changes a status. */
    enum By {
        SYSTEM, OPERATOR
    }

    private static final Map<CommissionStatus, Set<CommissionStatus>> SYSTEM = new EnumMap<>(Map.of(
            PENDING, EnumSet.of(HOLD, PROCESSED, REFUNDED, CANCELED),
            HOLD, EnumSet.of(PENDING, REFUNDED, CANCELED),
            PROCESSED, EnumSet.of(PENDING, HOLD, PAID, REFUNDED, CANCELED),
            // A payout that came back leaves what the sale is by now.
            PAID, EnumSet.of(PENDING, HOLD, PROCESSED, REFUNDED, CANCELED),
            REFUNDED, EnumSet.of(PENDING, HOLD, CANCELED),
            CANCELED, EnumSet.of(PENDING, HOLD, REFUNDED),
            DUPLICATE, EnumSet.noneOf(CommissionStatus.class),
            FRAUD, EnumSet.noneOf(CommissionStatus.class)));

    private static final Map<CommissionStatus, Set<CommissionStatus>> OPERATOR = new EnumMap<>(Map.of(
            PENDING, EnumSet.of(HOLD, PAID, REFUNDED, DUPLICATE, FRAUD, CANCELED),
            HOLD, EnumSet.of(PENDING, REFUNDED, DUPLICATE, FRAUD, CANCELED),
            // Out of a draft; what is confirmed stays.
            PROCESSED, EnumSet.of(HOLD, REFUNDED, DUPLICATE, FRAUD, CANCELED),
            PAID, EnumSet.noneOf(CommissionStatus.class),
            REFUNDED, EnumSet.of(PENDING, HOLD, DUPLICATE, FRAUD, CANCELED),
            DUPLICATE, EnumSet.of(PENDING, HOLD, REFUNDED, FRAUD, CANCELED),
            FRAUD, EnumSet.of(PENDING, HOLD, REFUNDED, DUPLICATE, CANCELED),
            CANCELED, EnumSet.of(PENDING, HOLD, REFUNDED, DUPLICATE, FRAUD)));

    private StatusTransitions() {
    }

    /** @return whether a status may follow another one; the same is no change */
    static boolean allows(By by, CommissionStatus from, CommissionStatus to) {
        return (by == By.SYSTEM ? SYSTEM : OPERATOR).get(from).contains(to);
    }

    /** @throws IllegalStateException for a change that the system cannot make: our own bug */
    static void check(String id, CommissionStatus from, CommissionStatus to) {
        if (from != to && !allows(By.SYSTEM, from, to) && !allows(By.OPERATOR, from, to)) {
            throw new IllegalStateException("Commission " + id + " cannot become " + to.text() + ": it is " + from.text());
        }
    }
}
