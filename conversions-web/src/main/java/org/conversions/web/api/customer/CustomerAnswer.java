package org.conversions.web.api.customer;

import java.time.Instant;
import org.conversions.customer.CustomerView;
import org.conversions.link.LinkView;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.PartnerView;
import org.conversions.report.total.CustomerFigures;
import org.conversions.reward.discount.DiscountView;
import org.conversions.web.openapi.Required;

/**
 * A customer as the API shows it. {@code saleAmount} is what is left after refunds, in minor units. What comes from
 * {@code link} on is null unless expanded fields are asked for.
 *
 * @param link      the link that brought the customer, by the workspace's attribution model
 * @param programId the program of the link's partner, or null
 * @param discount  of the group of that partner, or null
 */
public record CustomerAnswer(
        @Required String id, @Required String externalId, String name, String email, String avatar,
        String stripeCustomerId, String country, long sales, long saleAmount, long grossSaleAmount, long refunds,
        long refundedAmount, @Required Instant createdAt, Instant firstSaleAt, Instant subscriptionCanceledAt,
        @Required String mode, CustomerLink link, String programId, CustomerPartner partner,
        CustomerDiscount discount) {

    /** The link that brought a customer. */
    public record CustomerLink(
            @Required String id, @Required String domain, @Required String key, @Required String shortLink,
            @Required String url, String programId) {

        public static CustomerLink of(LinkView link, ShortDomain shortDomain) {
            return new CustomerLink(link.id().value(), link.domain(), link.key(),
                    shortDomain.shortLink(link.domain(), link.key()), link.url(), link.programId());
        }
    }

    /** The partner whose link brought a customer. */
    public record CustomerPartner(@Required String id, String name, String email, String image) {

        /** @param partner or null */
        public static CustomerPartner of(PartnerView partner) {
            return partner == null ? null
                    : new CustomerPartner(partner.id().value(), partner.name(), partner.email(), partner.image());
        }
    }

    /**
     * The discount that buyers get by the codes of a partner.
     *
     * @param amount      percent, or minor units
     * @param type        percentage or flat
     * @param maxDuration in months; null for ever
     */
    public record CustomerDiscount(@Required String id, long amount, @Required String type, Integer maxDuration, String couponId,
                                   String couponTestId) {

        /** @param discount or null */
        static CustomerDiscount of(DiscountView discount) {
            return discount == null ? null : new CustomerDiscount(discount.id(), discount.draft().amount(), discount.draft().type(),
                    discount.draft().maxDuration(), discount.draft().couponId(), discount.draft().couponTestId());
        }
    }

    static CustomerAnswer of(CustomerView customer, CustomerFigures figures) {
        return answer(customer, figures, null, null, null, null);
    }

    /** The customer without anything that says who it is. The merchant's own id may be an email address. */
    static CustomerAnswer anonymous(CustomerView customer, CustomerFigures figures) {
        return new CustomerAnswer(customer.id().value(), customer.id().value(), null, null, null, null, customer.country(),
                figures.sales(), figures.netAmount(), figures.grossAmount(), figures.refunds(),
                figures.refundedAmount(), customer.createdAt(), figures.firstSaleAt(),
                customer.subscriptionCanceledAt(), customer.mode().text(), null, null, null, null);
    }

    /** @param link that brought the customer, or null. @param partner whose link it is, or null. @param discount of the partner, or null */
    static CustomerAnswer expanded(CustomerView customer, CustomerFigures figures, LinkView link, PartnerView partner,
                                   DiscountView discount, ShortDomain shortDomain) {
        return answer(customer, figures,
                link == null ? null : CustomerLink.of(link, shortDomain),
                link == null ? null : link.programId(),
                CustomerPartner.of(partner), CustomerDiscount.of(discount));
    }

    private static CustomerAnswer answer(CustomerView customer, CustomerFigures figures, CustomerLink link,
                                         String programId, CustomerPartner partner, CustomerDiscount discount) {
        return new CustomerAnswer(customer.id().value(), customer.externalId(), customer.name(), customer.email(),
                customer.avatar(), customer.stripeCustomerId(), customer.country(), figures.sales(),
                figures.netAmount(), figures.grossAmount(), figures.refunds(), figures.refundedAmount(),
                customer.createdAt(), figures.firstSaleAt(), customer.subscriptionCanceledAt(),
                customer.mode().text(), link, programId, partner, discount);
    }
}
