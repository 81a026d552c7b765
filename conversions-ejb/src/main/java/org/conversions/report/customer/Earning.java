package org.conversions.report.customer;

import java.time.Instant;
import org.conversions.platform.id.PartnerId;

/**
 * A change of what a partner earns by a customer, or a part of it that was paid.
 *
 * @param saleId   null for what a lead earned
 * @param type     sale, lead or custom
 * @param status   of the commission as it stands now
 * @param kind     paid, or a word of EntryKind
 * @param earnings minor units; negative for what was taken back, and for what a payment absorbed of that
 */
public record Earning(String commissionId, PartnerId partnerId, String saleId, String type, String status, String kind,
                      long earnings, String currency, Instant at) {
}
