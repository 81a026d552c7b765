package org.conversions.stripe.event;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.conversions.commission.CommissionEarned;
import org.conversions.commission.CommissionHeld;
import org.conversions.commission.CommissionTakenBack;
import org.conversions.customer.CustomerChurned;
import org.conversions.customer.CustomerIdentified;
import org.conversions.lead.LeadCorrected;
import org.conversions.lead.LeadRecorded;
import org.conversions.sale.SaleAdjusted;
import org.conversions.sale.SaleCorrected;
import org.conversions.sale.SaleRecorded;
import org.conversions.sale.SaleView;

/**
 * Records what happens while a Stripe event is handled, so that every event can say what it did and no handler can
 * forget to. A handler runs on one thread from beginning to end, and so do the observers it sets off.
 */
@ApplicationScoped
public class EffectRecorder {

    private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE;

    private final ThreadLocal<List<Effect>> effects = new ThreadLocal<>();

    /** The outcome of an event, and its effects. */
    public record Heard(Outcome outcome, List<Effect> effects) {

        /** @return an outcome without any effect */
        public static Heard of(Outcome outcome) {
            return new Heard(outcome, List.of());
        }
    }

    /** Runs a handler and listens meanwhile. */
    public Heard listen(Supplier<Outcome> handler) {
        List<Effect> heard = new ArrayList<>();
        effects.set(heard);
        try {
            return new Heard(handler.get(), heard);
        } finally {
            effects.remove();
        }
    }

    void customer(@Observes CustomerIdentified event) {
        add(Effect.of("customer", event.customerId().value()));
    }

    void churn(@Observes CustomerChurned event) {
        add(Effect.of(event.at() == null ? "return" : "churn", event.customerId().value()));
    }

    /** Records a lead before what it causes, as everything about leads and sales. */
    void lead(@Observes @Priority(FIRST) LeadRecorded event) {
        add(Effect.of("lead", event.lead().id()));
    }

    void lead(@Observes @Priority(FIRST) LeadCorrected event) {
        add(Effect.of("lead", event.before().id()));
    }

    void sale(@Observes @Priority(FIRST) SaleRecorded event) {
        add(sale("sale", event.sale(), event.sale().amount().minor()));
    }

    void sale(@Observes @Priority(FIRST) SaleCorrected event) {
        add(sale("correction", event.after(), event.after().amount().minor()));
    }

    void sale(@Observes @Priority(FIRST) SaleAdjusted event) {
        if (event.entryId() == null) {
            add(Effect.of("dispute", event.sale().id().value()));
        } else {
            add(sale(event.change().minor() > 0 ? "reversal" : "refund", event.sale(), event.change().minor()));
        }
    }

    private static Effect sale(String type, SaleView sale, long amount) {
        return new Effect(type, sale.id().value(), amount, sale.amount().currency());
    }

    void commission(@Observes CommissionEarned event) {
        add(new Effect("commission", event.commissionId(), event.earnings().minor(), event.earnings().currency()));
    }

    void commission(@Observes CommissionTakenBack event) {
        add(new Effect("commission", event.commissionId(), event.change().minor(), event.change().currency()));
    }

    void commission(@Observes CommissionHeld event) {
        add(Effect.of("commission", event.commissionId()));
    }

    private void add(Effect effect) {
        List<Effect> listening = effects.get();
        if (listening != null && !listening.contains(effect)) {
            listening.add(effect);
        }
    }
}
