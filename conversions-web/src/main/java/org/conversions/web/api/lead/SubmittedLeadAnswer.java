package org.conversions.web.api.lead;

import java.time.Instant;
import java.util.List;
import org.conversions.partner.PartnerView;
import org.conversions.partner.deal.SubmittedLeadView;
import org.conversions.web.api.partner.PartnerApplicationsResource.FormAnswer;
import org.conversions.web.openapi.Required;

/**
 * A lead that a partner submitted, as the API shows it. Name, email, company and answers are null once the person was erased.
 *
 * @param status     pending, qualified, meeting, negotiation, closedWon, closedLost or unqualified
 * @param customerId the customer that the person became; null until the lead is qualified
 * @param saleId     the sale by which the deal was won; null for none
 * @param saleAmount minor units of {@code currency}, as it was said
 */
public record SubmittedLeadAnswer(
        @Required String id, @Required String status, String name, String email, String company, List<FormAnswer> formData,
        @Required Submitter partner, String customerId, String saleId, Long saleAmount, String currency, @Required String mode,
        @Required Instant createdAt, @Required Instant updatedAt) {

    /** The partner who submitted it. */
    public record Submitter(@Required String id, @Required String name, String email, String image) {
    }

    static SubmittedLeadAnswer of(SubmittedLeadView lead, PartnerView partner) {
        SubmittedLeadView.Person person = lead.person();
        SubmittedLeadView.ClosedSale sale = lead.sale();
        return new SubmittedLeadAnswer(lead.id(), lead.status().text(), person == null ? null : person.name(),
                person == null ? null : person.email(), person == null ? null : person.company(), person == null ? null
                : person.answers().stream().map(answer -> new FormAnswer(answer.label(), answer.value())).toList(),
                new Submitter(partner.id().value(), partner.name(), partner.email(), partner.image()),
                lead.customerId() == null ? null : lead.customerId().value(), sale == null ? null : sale.id().value(),
                sale == null ? null : sale.amount().minor(), sale == null ? null : sale.amount().currency(), lead.mode().text(),
                lead.createdAt(), lead.updatedAt());
    }
}
