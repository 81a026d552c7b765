package org.conversions.web.api.statement;

import java.time.Instant;
import java.util.List;
import org.conversions.payout.statement.Party;
import org.conversions.payout.statement.StatementLine;
import org.conversions.payout.statement.StatementView;
import org.conversions.web.openapi.Required;

/**
 * A statement as the API shows it.
 *
 * @param number      of the workspace's own circle, without gaps
 * @param kind        statement or credit_note
 * @param periodStart when the first of the months began in which its commissions were earned
 * @param periodEnd   when the last of them ended
 * @param payer       who issued it, as on that day; null when the program had named nobody
 * @param payee       the partner, as on that day
 * @param total       the sum of its lines, in minor units; below zero for what was taken back
 */
public record StatementAnswer(@Required String id, @Required String number, @Required String kind, @Required String partnerId,
                              @Required String payoutId, @Required Instant periodStart, @Required Instant periodEnd,
                              @Required Instant issuedAt, @Required String currency, @Required String language, Party payer,
                              @Required Party payee, @Required List<StatementLine> lines, long total) {

    public static StatementAnswer of(StatementView view) {
        return new StatementAnswer(view.id(), view.number(), view.kind().text(), view.partnerId().value(), view.payoutId(),
                view.periodStart(), view.periodEnd(), view.issuedAt(), view.currency(), view.language().text(), view.payer(),
                view.payee(), view.lines(), view.total());
    }
}
