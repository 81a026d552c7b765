package org.conversions.scenarios;

import java.util.List;
import java.util.stream.Stream;

/** The whole visible state of a link at the end of a story, in texts without ids and times, sorted. */
record EndState(Figures figures, List<String> sales, List<String> commissions, List<String> leads,
                List<String> buyers) {

    EndState {
        sales = sales.stream().sorted().toList();
        commissions = commissions.stream().sorted().toList();
        leads = leads.stream().sorted().toList();
        buyers = buyers.stream().sorted().toList();
    }

    /** Nothing but what is counted of the link. */
    static EndState of(Figures figures) {
        return new EndState(figures, List.of(), List.of(), List.of(), List.of());
    }

    EndState sale(String kind, long amount, long refunded, int refunds, boolean disputed, long original) {
        return sale(kind + " " + amount + " of " + original + ", refunds " + refunds + " of " + refunded
                + (disputed ? ", disputed" : ""));
    }

    EndState sale(String text) {
        return new EndState(figures, with(sales, text), commissions, leads, buyers);
    }

    EndState commission(String type, long earnings, long gross, int quantity, String status) {
        return commission(type + " " + earnings + " of " + gross + " for " + quantity + ", " + status);
    }

    EndState commission(String text) {
        return new EndState(figures, sales, with(commissions, text), leads, buyers);
    }

    EndState lead(String eventName) {
        return new EndState(figures, sales, commissions, with(leads, eventName), buyers);
    }

    /** @param of whose story it is: the name in the buyer's ids differs from story to story */
    EndState buyer(StripeBuyer of, String name, String externalId, String stripeCustomerId, long bought, long refunds,
                   long left, boolean lost) {
        return buyer((name + " " + externalId + " " + stripeCustomerId).replace(of.name, "…") + " bought " + bought
                + ", refunds " + refunds + ", left " + left + (lost ? ", lost" : ""));
    }

    EndState buyer(String text) {
        return new EndState(figures, sales, commissions, leads, with(buyers, text));
    }

    private static List<String> with(List<String> texts, String text) {
        return Stream.concat(texts.stream(), Stream.of(text)).toList();
    }
}
