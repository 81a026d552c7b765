package org.conversions.payout.statement;

import java.time.Instant;
import java.util.List;
import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.platform.id.PartnerId;

/**
 * A statement.
 *
 * @param number      of the workspace's own circle, without gaps
 * @param payer       who issued it; null when the program had named nobody
 * @param payee       the partner
 * @param periodStart when the first of the months began in which its commissions were earned
 * @param periodEnd   when the last of them ended
 * @param total       the sum of its lines, in minor units
 */
public record StatementView(String id, String number, StatementKind kind, PartnerId partnerId, String payoutId, String currency,
                            PartnerLanguage language, Party payer, Party payee, Instant periodStart, Instant periodEnd,
                            Instant issuedAt, List<StatementLine> lines, long total) {
}
