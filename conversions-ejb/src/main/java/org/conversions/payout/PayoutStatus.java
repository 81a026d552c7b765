package org.conversions.payout;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.conversions.platform.Word;

/** The status of a payout, in the words of the API. */
public enum PayoutStatus implements Word {

    /** In a draft. */
    PENDING,
    /** In a batch that is confirmed: on its way. */
    PROCESSING,
    /** The partner was paid. */
    COMPLETED,
    /** It could not be paid; its commissions are due again. */
    FAILED,
    /** It was paid and came back; its commissions are due again. */
    RETURNED,
    /** Its batch was canceled, or nothing was left of it. */
    CANCELED;

    private static final Map<PayoutStatus, Set<PayoutStatus>> NEXT = Map.of(PENDING, Set.of(PROCESSING, CANCELED),
            PROCESSING, Set.of(COMPLETED, FAILED, CANCELED), COMPLETED, Set.of(RETURNED), FAILED, Set.of(), RETURNED, Set.of(),
            CANCELED, Set.of());

    boolean maybe(PayoutStatus next) {
        return NEXT.get(this).contains(next);
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
