package org.conversions.stripe.event;

import jakarta.jms.Message;

/** The work of a message-driven bean: each message carries the id of a Stripe event in the inbox. */
public interface QueuedStripeEvents {

    /**
     * Works off the event that a message names, in a transaction of its own.
     *
     * @throws RuntimeException when the message is to be delivered again
     */
    void process(Message message);
}
