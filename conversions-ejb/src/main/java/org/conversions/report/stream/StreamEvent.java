package org.conversions.report.stream;

import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * What happened, as a row of a list shows it. What does not belong to its kind, or is not known, is null.
 *
 * @param id       of the click, lead or sale; of the entry that moved money of a sale or of a commission; of the customer
 * @param mode     null for a click
 * @param at       its own time, which may be before it was recorded
 * @param link     null when nothing names one
 * @param amount   minor units: of a sale as sold, of a refund negative unless the money came again, of a commission what the
 *                 partner earned, negative when it was taken back
 * @param name     of the lead's or sale's event
 * @param type     refund, dispute or reversal of a refund; what a commission is for: a sale or a lead
 * @param saleId   of the sale that a refund or commission is of
 * @param visit    of a click, a lead and a sale; as far as the click is kept
 */
public record StreamEvent(StreamKind kind, String id, WorkspaceId workspaceId, Mode mode, Instant at, Link link, Customer customer,
                          Partner partner, Long amount, String currency, String name, String type, String saleId,
                          String commissionId, Visit visit) {

    /** The link that brought it. */
    public record Link(String id, String domain, String key) {
    }

    /** The buyer, as far as known. */
    public record Customer(String id, String name, String email, String externalId, String country) {
    }

    /** The partner whose link or commission it is. */
    public record Partner(String id, String name) {
    }

    /** The visitor. Texts are empty where nothing is known. */
    public record Visit(String country, String city, String device, String browser, String referer, String trigger) {
    }
}
