package org.conversions.web.api.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.conversions.sale.SaleDetails;
import org.conversions.sale.SaleView;
import org.conversions.web.api.customer.ClickFacts;
import org.conversions.web.api.customer.CustomerAnswer;
import org.conversions.web.api.customer.EarningAnswer;
import org.conversions.web.openapi.Required;

/**
 * A sale as the API shows it. Amounts are minor units.
 *
 * @param amount         as sold, in {@code currency}; {@code grossAmount} says the same beside the two others
 * @param netAmount      what is left of it
 * @param originalAmount what the buyer saw and paid, with tax, when Stripe showed a price in the buyer's currency (Adaptive
 *                       Pricing); else the same as {@code countedAmount}
 * @param countedAmount  as sold, in {@code countedCurrency}, which is the Stripe account's, or as it was reported
 * @param exchangeRate   what turned the counted amount into {@code amount}; null with an amount of 0 while the workspace has
 *                       chosen another currency and there is no rate for it
 * @param attribution    why it goes back to this click
 * @param entries        everything that happened to its money; left out in lists
 * @param customer       the buyer, as {@code link} and {@code partner} left out unless expanded fields are asked for
 * @param partner        of the link; null when it has none
 * @param origin         the click, what partners earned; left out in lists, and unless expanded fields are asked for
 */
public record SaleAnswer(String id, String eventName, String kind, String paymentProcessor, String invoiceId,
                         String saleKey, long amount, long grossAmount, long refundedAmount, long netAmount,
                         int refunds, String currency, long originalAmount, String originalCurrency,
                         long countedAmount, String countedCurrency, Rate exchangeRate, boolean disputed, String customerId, String linkId, String clickId,
                         String attribution, Instant paidAt, Instant createdAt,
                         @JsonInclude(JsonInclude.Include.NON_NULL) List<Entry> entries,
                         @JsonInclude(JsonInclude.Include.NON_NULL) Customer customer,
                         @JsonInclude(JsonInclude.Include.NON_NULL) CustomerAnswer.CustomerLink link,
                         @JsonInclude(JsonInclude.Include.NON_NULL) CustomerAnswer.CustomerPartner partner,
                         @JsonInclude(JsonInclude.Include.NON_NULL) Origin origin) {

    /** The buyer, as far as a sale shows one. */
    public record Customer(@Required String id, @Required String externalId, String name, String email, String country,
                           String stripeCustomerId) {
    }

    /**
     * The click that brought the sale, and what came of that.
     *
     * @param click    null when single clicks of then are not kept any more
     * @param earnings of partners, the newest first; null for whoever may not read commissions
     */
    public record Origin(ClickFacts click, List<EarningAnswer> earnings) {
    }

    /**
     * @param rate  units of the sale's currency for one of the counted one, as text
     * @param asOf  its day
     * @param stale true when that is more than 7 days before the sale, which is corrected when a newer rate comes
     */
    public record Rate(String rate, String asOf, String source, boolean stale) {
    }

    /** @param amount negative for what was taken back. @param sourceId the refund, dispute, invoice, session or rate */
    public record Entry(@Required String id, @Required String kind, long amount, String sourceId, @Required Instant at) {
    }

    static SaleAnswer of(SaleDetails details) {
        SaleView sale = details.sale();
        SaleDetails.Price price = details.price();
        return new SaleAnswer(sale.id().value(), details.eventName(), sale.kind().text(), details.paymentProcessor(),
                sale.invoiceId(), sale.saleKey(), sale.amount().minor(), sale.amount().minor(), details.refunded(),
                details.net(), details.refunds(), sale.amount().currency(), price.original().minor(),
                price.original().currency(), price.counted().minor(), price.counted().currency(),
                price.exchangeRate() == null ? null : new Rate(plain(price.exchangeRate()),
                        price.rateAsOf().toString(), price.rateSource(), price.staleRate()),
                sale.disputed(), sale.customerId().value(), sale.linkId().value(), sale.clickId().value(), details.attribution(),
                sale.paidAt(), details.recordedAt(), details.entries() == null ? null : details.entries().stream()
                        .map(entry -> new Entry(entry.id(), entry.kind().text(), entry.amount(), entry.sourceId(),
                                entry.at())).toList(), null, null, null, null);
    }

    SaleAnswer with(Customer buyer, CustomerAnswer.CustomerLink brought, CustomerAnswer.CustomerPartner owner, Origin from) {
        return new SaleAnswer(id, eventName, kind, paymentProcessor, invoiceId, saleKey, amount, grossAmount, refundedAmount,
                netAmount, refunds, currency, originalAmount, originalCurrency, countedAmount, countedCurrency, exchangeRate,
                disputed, customerId, linkId, clickId, attribution, paidAt, createdAt, entries, buyer, brought, owner, from);
    }

    /** Writes a number as people do: 1.37, not 1.370000000000000000 and not 1E+3. */
    private static String plain(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString();
    }
}
