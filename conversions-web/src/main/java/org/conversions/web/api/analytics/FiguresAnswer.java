package org.conversions.web.api.analytics;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.conversions.statistics.Figures;

/**
 * A row of figures, and first what it is about. Clients tell rows apart by their keys alone, so a key that does not
 * belong to one is left out. Amounts are minor units of the workspace's currency.
 *
 * @param about      the keys of the grouping
 * @param saleAmount what was sold less what was taken back
 * @param earnings   what the partner earned; null where no partner is asked for
 */
public record FiguresAnswer(@JsonAnyGetter Map<String, Object> about, long clicks, long leads, long sales,
                            long saleAmount, long grossSaleAmount, long refunds, long refundedAmount,
                            @JsonInclude(JsonInclude.Include.NON_NULL) Long earnings) {

    static FiguresAnswer of(Map<String, Object> about, Figures figures, boolean ofPartner) {
        return new FiguresAnswer(about, figures.clicks(), figures.leads(), figures.sales(), figures.netAmount(),
                figures.grossAmount(), figures.refunds(), figures.refundedAmount(),
                ofPartner ? figures.earnings() : null);
    }
}
