package org.conversions.partner.deal;

import java.time.Instant;
import java.util.List;
import org.conversions.money.Money;
import org.conversions.partner.application.ApplicationForm;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.SaleId;
import org.conversions.workspace.Mode;

/**
 * A lead that a partner submitted.
 *
 * @param person     null when the person was erased
 * @param customerId the customer that the person became; null until the lead is qualified
 * @param sale       null until the deal is won, and for one whose payments all come by Stripe
 */
public record SubmittedLeadView(String id, PartnerId partnerId, Mode mode, SubmittedStatus status, Person person, CustomerId customerId,
                                ClosedSale sale, Instant createdAt, Instant updatedAt) {

    /** @param company null for none */
    public record Person(String name, String email, String company, List<ApplicationForm.Answer> answers) {
    }

    /** The sale by which the deal was won. @param amount as the merchant said it */
    public record ClosedSale(SaleId id, Money amount) {
    }
}
