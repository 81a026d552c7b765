package org.conversions.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The plan of the month: everything that happens in it, in the order of time, and what it comes to. The same shop has the same
 * month. Pure.
 *
 * @param steps    in the order of time
 * @param signUps  how many visitors become customers
 * @param trials   how many free trials begin
 * @param payments what is paid for, in no order
 */
public record SampleMonth(List<SampleStep> steps, int signUps, int trials, List<Payment> payments) {

    /**
     * A sale.
     *
     * @param net   what counts of it
     * @param total what the buyer paid, with tax
     * @param back  what went back of the total
     */
    public record Payment(String currency, long net, long total, long back) {
    }

    public SampleMonth {
        steps = List.copyOf(steps);
        payments = List.copyOf(payments);
    }

    public static SampleMonth of(SampleShop shop) {
        List<SampleStep.Visit> visits = new SampleVisits(shop).plan();
        SampleBuyers buyers = new SampleBuyers(shop);
        List<SampleStep> steps = new ArrayList<>(visits);
        steps.addAll(buyers.plan(visits));
        // What happens in the same second stays in the order in which it was planned.
        steps.sort(Comparator.comparing(SampleStep::at));
        return new SampleMonth(steps, buyers.signedUp, buyers.trials, buyers.payments);
    }

    /** @return the number of clicks */
    public long clicks() {
        return steps.stream().filter(SampleStep.Visit.class::isInstance).count();
    }
}
