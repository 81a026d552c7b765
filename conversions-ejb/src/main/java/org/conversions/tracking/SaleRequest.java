package org.conversions.tracking;

import org.conversions.customer.Credence;
import org.conversions.money.Money;
import org.conversions.workspace.Mode;

/**
 * A sale as a merchant's server or site tells it, already checked for form.
 *
 * @param mode          of the key that it came with
 * @param clickId       the visitor's click: of a customer who is not known yet it is the one that brought the customer;
 *                      or null
 * @param amount        zero or more
 * @param claim         what it is told by once: the invoice, or what the caller knows this call by; null for a sale
 *                      that counts as often as it is told
 * @param leadEventName the lead that a known customer must have been, or null for any
 * @param metadata      JSON text or null
 * @param credence      what it is worth: a page's word brings only whom nobody has brought yet, and corrects nothing
 */
public record SaleRequest(String workspaceId, Mode mode, String externalId, String name, String email, String avatar,
                          String clickId, String eventName, String leadEventName, Money amount,
                          String paymentProcessor, String invoiceId, String claim, String metadata,
                          Credence credence) {
}
