package org.conversions.web.track;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.conversions.partner.PartnerView;
import org.conversions.reward.discount.DiscountView;
import org.conversions.web.openapi.Required;

/**
 * The answer to a click.
 *
 * @param partner  whose link it is; left out when it is nobody's
 * @param discount what the partner's customers are promised; null for nothing
 */
public record ClickAnswer(
        @Required String clickId, @JsonInclude(JsonInclude.Include.NON_NULL) Partner partner, Discount discount) {

    /** The partner as visitors may see one. */
    public record Partner(String id, String name, String image, String groupId) {
    }

    /** The discount for a new customer. @param amount percent, or minor units for a flat one */
    public record Discount(String id, BigDecimal amount, String type, Integer maxDuration, String couponId,
                           String couponTestId) {
    }

    /** @param partner null for a link of nobody @param discount of the partner's group, or null */
    static ClickAnswer of(String clickId, PartnerView partner, DiscountView discount) {
        return new ClickAnswer(clickId, partner == null ? null
                : new Partner(partner.id().value(), partner.name(), partner.image(), partner.groupId()), discount == null ? null
                : new Discount(discount.id(), BigDecimal.valueOf(discount.draft().amount()), discount.draft().type(),
                        discount.draft().maxDuration(), discount.draft().couponId(), discount.draft().couponTestId()));
    }
}
