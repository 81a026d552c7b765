package org.conversions.web.track;

import static org.conversions.web.track.TrackFields.optional;
import static org.conversions.web.track.TrackFields.required;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.conversions.customer.Credence;
import org.conversions.money.Currencies;
import org.conversions.money.Money;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.secret.TokenHash;
import org.conversions.tracking.SaleRequest;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;

/**
 * The body of {@code POST /track/sale}, with the names that older clients send.
 *
 * @param amount in the smallest unit of the currency
 */
record SaleTrackRequest(
        @Required @JsonAlias({"customerId", "externalId"}) String customerExternalId, String customerName,
        String customerEmail, String customerAvatar, String clickId, @Required Long amount, String currency,
        String eventName, String leadEventName, String paymentProcessor, String invoiceId, JsonNode metadata) {

    private static final String EVENT_NAME = "Purchase";
    private static final String CURRENCY = "usd";
    private static final String PROCESSOR = "custom";
    private static final int INVOICE_ID_MAX = 255;
    /** Sets the claim of a call apart from invoices. */
    private static final String CALL = "call ";
    private static final String PAGE = "page ";

    /**
     * @param callKey what the caller knows this call by, in place of an invoice; or null
     * @throws RequestRefused unprocessable, naming the field
     */
    SaleRequest checked(Caller caller, Credence credence, String callKey) {
        String name = optional("eventName", eventName, TrackFields.EVENT_NAME_MAX);
        String processor = paymentProcessor == null || paymentProcessor.isBlank() ? PROCESSOR : paymentProcessor;
        if (!TrackFields.PROCESSORS.contains(processor)) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    "paymentProcessor: must be one of " + String.join(", ", TrackFields.PROCESSORS));
        }
        String invoice = optional("invoiceId", invoiceId, INVOICE_ID_MAX);
        return new SaleRequest(caller.workspaceId(), caller.mode(),
                required("customerExternalId", customerExternalId, TrackFields.EXTERNAL_ID_MAX),
                TrackFields.details(customerName, customerEmail, customerAvatar),
                clickId == null || clickId.isBlank() ? null : clickId.strip(),
                optional("leadEventName", leadEventName, TrackFields.EVENT_NAME_MAX),
                new SaleRequest.Purchase(name == null ? EVENT_NAME : name, money(), processor, invoice,
                        TrackFields.metadata(metadata)), claim(invoice, credence, callKey), credence);
    }

    /** Keeps apart what a page says of an invoice, so that the merchant's own word about it is never a repetition. */
    private static String claim(String invoice, Credence credence, String callKey) {
        if (invoice != null) {
            return credence == Credence.UNVERIFIED ? PAGE + TokenHash.sha256(invoice) : invoice;
        }
        return callKey == null ? null : CALL + TokenHash.sha256(callKey);
    }

    private Money money() {
        if (amount == null) {
            throw RequestRefused.unprocessable("field_missing", "amount: is required");
        }
        if (amount < 0) {
            throw RequestRefused.unprocessable("field_out_of_range", "amount: must not be negative");
        }
        String code = currency == null || currency.isBlank() ? CURRENCY : currency.strip().toLowerCase(Locale.ROOT);
        if (!Currencies.known(code)) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    "currency: must be a known three-letter code such as usd");
        }
        return new Money(amount, code);
    }
}
