package org.conversions.commission;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.workspace.Mode;

/** The rules by which an operator may give a status to a commission. Pure. */
final class StatusChange {

    static final Set<CommissionStatus> WORDS = EnumSet.complementOf(EnumSet.of(CommissionStatus.PROCESSED));

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
     * @param judgement what was said of it before
     * @param stage     how far it is on its way to the partner
     * @param earnings  the rest of it
     * @throws RequestRefused unprocessable for a payout of test data, bad request for what is no change or comes too
     *         late
     */
    static void check(String id, Mode mode, CommissionStatus status, Judgement judgement, Stage stage, long earnings,
                      CommissionStatus wanted) {
        if (status == wanted) {
            throw refused("no_change", id, "is " + wanted.text() + " already");
        }
        checkLeft(id, stage);
        if (wanted == CommissionStatus.PAID) {
            checkPayment(id, mode, status);
        } else if (wanted == CommissionStatus.PENDING && judgement.equals(Judgement.NONE)) {
            throw refused("commission_not_returnable", id, whyNotPending(status));
        } else if (earnings == 0 && judgement.verdict() == null
                && (wanted == CommissionStatus.REFUNDED || wanted == CommissionStatus.HOLD)) {
            throw refused("nothing_left", id, "has nothing left that could be taken back or held");
        } else if (!StatusTransitions.allows(StatusTransitions.By.OPERATOR, status, wanted)) {
            throw refused("commission_not_changeable", id, "is " + status.text() + " and cannot be " + wanted.text());
        }
    }

    /** @throws RequestRefused bad request for a commission that is paid or on its way: it cannot be changed any more */
    static void checkLeft(String id, Stage stage) {
        if (stage == Stage.PAID) {
            throw refused("commission_paid", id, "was paid and cannot be changed any more; what is taken back of it is"
                    + " absorbed by the partner's next payment");
        }
        if (stage == Stage.CONFIRMED) {
            throw refused("commission_in_payout", id, "is in a payout that is confirmed, and cannot be changed until that is"
                    + " paid or comes to nothing");
        }
    }

    /**
     * @param status of a commission from which the operator's status was taken away, or which is to be held
     * @param wanted pending or hold
     * @throws RequestRefused bad request when it would not be so after all
     */
    static void checkReturned(String id, CommissionStatus status, CommissionStatus wanted) {
        if (status != CommissionStatus.HOLD && status != wanted) {
            throw refused("commission_not_returnable", id, whyNotPending(status));
        }
    }

    private static String whyNotPending(CommissionStatus status) {
        return switch (status) {
            case HOLD -> "is held because a dispute is open, and is pending again when that is decided";
            case REFUNDED -> "cannot be pending, because the money went back to the buyer";
            case PROCESSED -> "is in a draft of a payout; cancel that, or take the commission out of it by another status";
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

    private static RequestRefused refused(String reason, String id, String why) {
        return RequestRefused.badRequest(reason, "Commission " + id + " " + why + ".");
    }
}
