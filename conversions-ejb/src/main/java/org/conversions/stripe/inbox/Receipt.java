package org.conversions.stripe.inbox;

import java.util.concurrent.CompletionStage;

/** The answer to a delivery: refused at once, or stored after the commit of its batch. */
public sealed interface Receipt {

    /** A mistake of the sender, to be answered with 400. @param reason the word of it for programs */
    record Refused(String reason, String sentence) implements Receipt {
    }

    /** @param stored completed when the event is durable, exceptionally when it could not be stored */
    record Accepted(CompletionStage<Void> stored) implements Receipt {
    }
}
