package org.conversions.commission;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.workspace.Mode;

/** The rules by which an operator may give a status to a commission. Pure. */
final class StatusChange {

    static final Set<CommissionStatus> WORDS = EnumSet.of(CommissionStatus.PENDING, CommissionStatus.PAID,
            CommissionStatus.REFUNDED, CommissionStatus.CANCELED, CommissionStatus.FRAUD, CommissionStatus.DUPLICATE);

    private StatusChange() {
    }

    /** @throws RequestRefused unprocessable for a word that an operator cannot say */
    static CommissionStatus read(String word) {
        return Word.find(CommissionStatus.class, word).filter(WORDS::contains).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "status: must be one of "
                        + WORDS.stream().map(CommissionStatus::text)
                        .collect(Collectors.joining(", "))));
    }

    /**
     * @param manualStatus the status that the operator set before, or null
     * @param earnings the rest of it
     * @throws RequestRefused unprocessable for a payout of test data, bad request for what is no change or comes too
     *         late
     */
    static void check(String id, Mode mode, CommissionStatus status, CommissionStatus manualStatus, long earnings,
                      CommissionStatus wanted) {
        if (status == wanted) {
            throw refused("no_change", id, "is " + wanted.text() + " already");
        }
        if (status == CommissionStatus.PAID) {
            throw refused("commission_paid", id, "was paid and cannot be changed any more; what is taken back of it is"
                    + " absorbed by the partner's next payment");
        }
        switch (wanted) {
            case PAID -> checkPayment(id, mode, status);
            case PENDING -> checkReturn(id, status, manualStatus);
            case REFUNDED -> checkRefund(id, earnings);
            default -> {
                // a status that the operator set may follow another one
            }
        }
    }

    /**
     * @param status of a commission from which the operator's status was taken away
     * @throws RequestRefused bad request when it would not be pending after all
     */
    static void checkReturned(String id, CommissionStatus status) {
        if (status != CommissionStatus.PENDING && status != CommissionStatus.HOLD) {
            throw refused("commission_not_returnable", id, whyNotPending(status));
        }
    }

    private static String whyNotPending(CommissionStatus status) {
        return switch (status) {
            case HOLD -> "is held because a dispute is open, and is pending again when that is decided";
            case REFUNDED -> "cannot be pending, because the money went back to the buyer";
            default -> "cannot be pending, because it credits another partner, or nobody, by now";
        };
    }

    private static void checkPayment(String id, Mode mode, CommissionStatus status) {
        if (mode != Mode.LIVE) {
            throw RequestRefused.unprocessable("commission_in_test_mode",
                    "status: commission " + id + " is test data, which is never payable");
        }
        if (status != CommissionStatus.PENDING) {
            throw refused("commission_not_pending", id, "is " + status.text() + ": only a pending one can be paid");
        }
    }

    private static void checkReturn(String id, CommissionStatus status, CommissionStatus manualStatus) {
        if (manualStatus == null) {
            throw refused("commission_not_returnable", id, whyNotPending(status));
        }
    }

    private static void checkRefund(String id, long earnings) {
        if (earnings == 0) {
            throw refused("nothing_left", id, "has nothing left that could be taken back");
        }
    }

    private static RequestRefused refused(String reason, String id, String why) {
        return RequestRefused.badRequest(reason, "Commission " + id + " " + why + ".");
    }
}
