package org.conversions.web.api.commission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.conversions.commission.CustomCommissions;
import org.conversions.commission.ReportedCommissions;
import org.conversions.customer.CustomerDetails;
import org.conversions.money.Currencies;
import org.conversions.money.Money;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.Parameters;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.track.TrackFields;

/**
 * A commission that is asked for: a custom one, or one by a lead or a sale that the partner brought although no click shows it.
 * Older clients send the fields of leads and sales without an object around them.
 *
 * @param type                 custom, lead or sale
 * @param amount               of a custom one, in minor units of the program's currency; negative takes something back
 * @param date                 when it happened: a time, or a day in UTC; left out for now
 * @param description          what a custom one is for; required for what is taken back
 * @param customerId           the buyer; or customer
 * @param linkId               one of the partner's links; left out for the first
 * @param importStripeInvoices must be false or left out: what Stripe has is asked for by `POST /stripe/connections/{id}/catch-up`
 * @param productId            what was sold, by Stripe's id
 */
public record CommissionRequest(@Required String type, @Required String partnerId, Long amount, String date, String description,
                                String customerId, Customer customer, String linkId, Lead lead, Sale sale,
                                Boolean importStripeInvoices, String productId, String leadEventDate, String leadEventName,
                                String saleEventDate, Long saleAmount, String invoiceId) {

    private static final String SIGN_UP = "Sign up";
    private static final String PURCHASE = "Purchase";
    private static final String CURRENCY = "usd";
    private static final String PROCESSOR = "custom";
    private static final int ID_MAX = 255;

    /** A buyer. @param externalId your own id @param stripeCustomerId is learned from Stripe's events: it must be left out */
    public record Customer(@Required String externalId, String name, String email, String avatar, String stripeCustomerId,
                           String country) {
    }

    /** A lead. */
    public record Lead(String eventName, JsonNode metadata) {
    }

    /** A sale. @param amount minor units @param invoiceId a sale with the same one is the same sale */
    public record Sale(Long amount, String currency, String eventName, String paymentProcessor, String invoiceId, JsonNode metadata) {
    }

    /** @return a sentence about what was made */
    CreatedAnswer create(Caller caller, CustomCommissions custom, ReportedCommissions reported) {
        return switch (type == null ? "" : type) {
            case "custom" -> new CreatedAnswer(true, "The commission " + custom.create(caller.workspaceId(), caller.mode(),
                    new CustomCommissions.Draft(partnerId, amount, at(date), description)) + " is made.");
            case "lead" -> answer("lead", reported.lead(caller.workspaceId(), caller.mode(), brought(leadEventDate), name(
                    lead == null ? null : lead.eventName(), leadEventName, SIGN_UP),
                    TrackFields.metadata(lead == null ? null : lead.metadata())));
            case "sale" -> answer("sale", reported.sale(caller.workspaceId(), caller.mode(), brought(saleEventDate), purchase()));
            default -> throw RequestRefused.unprocessable("field_value_unknown", "type: must be one of custom, lead, sale");
        };
    }

    private static CreatedAnswer answer(String what, boolean earned) {
        return new CreatedAnswer(earned, "The " + what + " is recorded, and the partner earned "
                + (earned ? "a commission by it." : "nothing by it: by the terms of that time, or because it earned once before."));
    }

    private ReportedCommissions.Brought brought(String olderDate) {
        if (Boolean.TRUE.equals(importStripeInvoices)) {
            throw RequestRefused.unprocessable("field_not_supported", "importStripeInvoices: is not supported by this server; see"
                    + " POST /stripe/connections/{id}/catch-up");
        }
        if (partnerId == null || (customerId == null) == (customer == null)) {
            throw RequestRefused.unprocessable("field_missing", partnerId == null ? "partnerId: is required"
                    : "customerId, customer: one of the two is required");
        }
        if (customer != null && customer.stripeCustomerId() != null) {
            throw RequestRefused.unprocessable("field_not_supported",
                    "customer.stripeCustomerId: is learned from Stripe's events, and cannot be set");
        }
        return new ReportedCommissions.Brought(partnerId, customerId, customer == null ? null
                : TrackFields.required("customer.externalId", customer.externalId(), TrackFields.EXTERNAL_ID_MAX), details(), linkId,
                at(date == null ? olderDate : date));
    }

    private CustomerDetails details() {
        if (customer == null) {
            return new CustomerDetails(null, null, null, null);
        }
        CustomerDetails checked = TrackFields.details(customer.name(), customer.email(), customer.avatar());
        return new CustomerDetails(checked.name(), checked.email(), checked.avatar(), customer.country());
    }

    private ReportedCommissions.Purchase purchase() {
        Long sold = sale != null && sale.amount() != null ? sale.amount() : saleAmount;
        if (sold == null) {
            throw RequestRefused.unprocessable("field_missing", "sale.amount: is required");
        }
        if (sold <= 0) {
            throw RequestRefused.unprocessable("field_out_of_range", "sale.amount: must be more than 0");
        }
        String code = sale == null || sale.currency() == null ? CURRENCY : sale.currency().strip().toLowerCase(Locale.ROOT);
        if (!Currencies.known(code)) {
            throw RequestRefused.unprocessable("field_value_unknown", "sale.currency: must be a known three-letter code such as usd");
        }
        String processor = sale == null || sale.paymentProcessor() == null ? PROCESSOR : sale.paymentProcessor();
        if (!TrackFields.PROCESSORS.contains(processor)) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    "sale.paymentProcessor: must be one of " + String.join(", ", TrackFields.PROCESSORS));
        }
        return new ReportedCommissions.Purchase(new Money(sold, code), name(sale == null ? null : sale.eventName(), null, PURCHASE),
                processor, TrackFields.optional("sale.invoiceId", sale != null && sale.invoiceId() != null ? sale.invoiceId() : invoiceId,
                ID_MAX), TrackFields.optional("productId", productId, ID_MAX), TrackFields.metadata(sale == null ? null : sale.metadata()));
    }

    private static String name(String given, String older, String otherwise) {
        String text = given == null || given.isBlank() ? older : given;
        return text == null || text.isBlank() ? otherwise : TrackFields.required("eventName", text, TrackFields.EVENT_NAME_MAX);
    }

    private static Instant at(String text) {
        return text == null ? null : Parameters.instant("date", text, ZoneOffset.UTC);
    }
}
