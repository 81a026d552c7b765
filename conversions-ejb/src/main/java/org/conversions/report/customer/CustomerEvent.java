package org.conversions.report.customer;

import java.time.Instant;

/**
 * An act of a customer, or a change of a sale.
 *
 * @param event       click, lead, sale, correction, refund, dispute or reversal
 * @param eventName   the merchant's name of the lead or the sale; null for a click
 * @param clickId     the click itself, or the one that the lead or the sale goes back to
 * @param saleId      null for a click and a lead
 * @param amount      minor units of the workspace's currency, negative for money that went back; null for a click and a lead
 * @param sourceId    the refund, dispute, invoice, session or rate that the change comes from; null for a click and a lead
 * @param attribution why the sale goes back to its click; null for a click and a lead
 */
public record CustomerEvent(String event, Instant timestamp, String eventName, String clickId, String linkId,
                            String saleId, String invoiceId, Long amount, String currency, String sourceId, String attribution) {
}
