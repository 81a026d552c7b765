package org.conversions.web.api.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.conversions.web.api.analytics.FiguresAnswer;

/**
 * A row of shared figures, and first what it is about. Amounts are minor units of the workspace's currency, and left out where
 * they are not shared.
 *
 * @param saleAmount what was sold less what was taken back
 * @param partial    true when there are so many clicks that only the newest days were read; else left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SharedFiguresAnswer(@JsonUnwrapped FiguresAnswer.Subject about, @JsonUnwrapped SharedLink top, long clicks, long leads,
                                  long sales, long refunds, Long saleAmount, Long grossSaleAmount, Long refundedAmount,
                                  Boolean partial) {

    static SharedFiguresAnswer of(FiguresAnswer row, boolean money) {
        return new SharedFiguresAnswer(row.about(), row.top() == null ? null : SharedLink.of(row.top()), row.clicks(), row.leads(),
                row.sales(), row.refunds(), money ? row.saleAmount() : null, money ? row.grossSaleAmount() : null,
                money ? row.refundedAmount() : null, row.partial());
    }
}
