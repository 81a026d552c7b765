package org.conversions.stripe.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.object.CreditNote;

/** Handles credit notes of invoices: only what was paid back outside Stripe is reported by nothing else. */
@ApplicationScoped
class CreditNoteHandler implements StripeEventHandler {

    @Inject
    ReturnedSales returned;

    @Override
    public Set<String> types() {
        return Set.of("credit_note.created");
    }

    @Override
    public Outcome handle(StripeEvent event) {
        CreditNote note = CreditNote.of(event.object());
        if (note.outOfBand() > 0) {
            return returned.ofSale(event, note.fact());
        }
        return Outcome.ignored(note.refunds() ? Reason.CREDIT_NOTE_OF_REFUND : Reason.CREDIT_NOTE_WITHOUT_REFUND);
    }
}
