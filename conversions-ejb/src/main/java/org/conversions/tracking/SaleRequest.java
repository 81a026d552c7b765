package org.conversions.tracking;

import org.conversions.customer.Credence;
import org.conversions.customer.CustomerDetails;
import org.conversions.money.Money;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * A sale as a merchant's server or site reports it, already checked for form.
 *
 * @param mode          of the key that it came with
 * @param clickId       the visitor's click: of a customer who is not known yet it is the one that brought the customer;
 *                      or null
 * @param leadEventName the lead that a known customer must have been, or null for any
 * @param claim         the name that it is counted once by: the invoice, or the caller's name for this call; null for a
 *                      sale that counts as often as it is reported
 * @param credence      the worth of the report: a page's brings only a customer whom no click has brought yet, and
 *                      corrects nothing
 */
public record SaleRequest(WorkspaceId workspaceId, Mode mode, String externalId, CustomerDetails details, String clickId,
                          String leadEventName, Purchase purchase, String claim, Credence credence) {

    /**
     * The purchase itself.
     *
     * @param amount   zero or more
     * @param metadata JSON text or null
     */
    public record Purchase(String eventName, Money amount, String paymentProcessor, String invoiceId, String metadata) {
    }
}
