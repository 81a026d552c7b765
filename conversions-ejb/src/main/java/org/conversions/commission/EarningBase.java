package org.conversions.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.conversions.money.Share;
import org.conversions.partner.CommissionBase;
import org.conversions.platform.Json;
import org.conversions.platform.Word;
import org.conversions.reward.RewardFacts;
import org.conversions.sale.SaleView;

/**
 * The amount of a sale that percentages are of. Pure.
 *
 * @param amount  minor units, before anything was taken back: of what is refunded, the same share comes off the earnings
 * @param unknown true when it is the whole net amount, because what should come off it is not known
 */
public record EarningBase(CommissionBase kind, long amount, boolean unknown) {

    private static final String KEY = "sale.base";

    static EarningBase of(CommissionBase kind, SaleView sale) {
        long net = sale.amount().minor();
        Share off = switch (kind) {
            case NET -> Share.NONE;
            case NET_WITHOUT_SHIPPING -> sale.costs().shipping();
            case NET_WITHOUT_FEES -> sale.costs().fee();
        };
        return new EarningBase(kind, off == null ? net : net + off.backFrom(net), off == null);
    }

    /** @return the same facts with this one, which is worth keeping where it is not simply the sale's amount */
    RewardFacts keptWith(RewardFacts facts) {
        return kind == CommissionBase.NET ? facts : facts.with(KEY, JsonNodeFactory.instance.objectNode().put("kind", kind.text())
                .put("amount", amount).put("unknown", unknown));
    }

    /** @param inputs what a commission was made with, as JSON; null for nothing @return empty when percentages are of the sale's amount */
    static Optional<EarningBase> kept(String inputs) {
        if (inputs == null || !inputs.contains(KEY)) {
            return Optional.empty();
        }
        JsonNode base = Json.read(inputs).path(KEY);
        return base.isMissingNode() ? Optional.empty() : Optional.of(new EarningBase(
                Word.stored(CommissionBase.class, base.path("kind").asText()), base.path("amount").asLong(), base.path("unknown").asBoolean()));
    }
}
