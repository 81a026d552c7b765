package org.conversions.payout.statement;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.conversions.commission.PayoutSums;

/**
 * A statement before it has a number. Pure.
 *
 * @param total the sum of its lines
 */
record StatementDraft(StatementCause cause, String payoutId, String currency, Instant periodStart, Instant periodEnd,
                      List<StatementLine> lines, long total) {

    private static final Comparator<PayoutSums.Sum> ORDER = Comparator.comparing(PayoutSums.Sum::month).thenComparing(PayoutSums.Sum::type);

    /** @return what a paid payout needs: a statement of what was earned, and a credit note for what was taken back */
    static List<StatementDraft> ofPaid(PaidPayout payout, StatementText text) {
        List<StatementDraft> drafts = new ArrayList<>();
        draft(payout, text, StatementCause.EARNED, PayoutSums.Sum::earned).ifPresent(drafts::add);
        draft(payout, text, StatementCause.TAKEN_BACK, sum -> -sum.takenBack()).ifPresent(drafts::add);
        return drafts;
    }

    /** @param earlier the statements of a payout that came back @return the credit note that cancels them; empty for none */
    static Optional<StatementDraft> ofReturned(List<StatementView> earlier, StatementText text) {
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        StatementView first = earlier.get(0);
        List<StatementLine> lines = earlier.stream().map(view -> new StatementLine(text.cancels(view.number()), -view.total())).toList();
        return Optional.of(new StatementDraft(StatementCause.RETURNED, first.payoutId(), first.currency(), first.periodStart(),
                first.periodEnd(), lines, lines.stream().mapToLong(StatementLine::amount).reduce(0, Math::addExact)));
    }

    private static Optional<StatementDraft> draft(PaidPayout payout, StatementText text, StatementCause cause,
                                                  ToLongFunction<PayoutSums.Sum> amount) {
        boolean takenBack = cause == StatementCause.TAKEN_BACK;
        List<PayoutSums.Sum> sums = payout.sums().stream().filter(sum -> amount.applyAsLong(sum) != 0).sorted(ORDER).toList();
        List<StatementLine> lines = sums.stream().map(sum -> new StatementLine(text.line(sum.type(), sum.month(),
                takenBack ? sum.takings() : sum.earnings(), takenBack), amount.applyAsLong(sum))).toList();
        long total = lines.stream().mapToLong(StatementLine::amount).reduce(0, Math::addExact);
        Optional<YearMonth> first = sums.stream().map(PayoutSums.Sum::month).findFirst();
        return first.map(month -> new StatementDraft(cause, payout.payoutId(), payout.currency(), Months.start(month),
                Months.end(sums.get(sums.size() - 1).month()), lines, total));
    }
}
