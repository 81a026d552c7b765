package org.conversions.platform.queue;

/**
 * The names of the queues, and the settings of every message-driven bean. The default of each setting stands in its expression:
 * annotations are read before the application's own settings file is.
 */
public final class Queues {

    public static final String REFUNDS = "refunds";
    public static final String CHURN = "churn";

    /** The resource adapter that brings the messages. */
    public static final String ADAPTER = "${MPCONFIG=conversions.jms.adapter:amqra}";

    /** The number of messages of one queue that are worked on at the same time. */
    public static final String SESSIONS = "${MPCONFIG=conversions.jms.sessions:16}";

    /** The number of times that a message comes again after a failure, before it is dead. */
    public static final String REDELIVERIES = "3";

    /** Milliseconds before it comes again. */
    public static final String REDELIVERY_DELAY = "${MPCONFIG=conversions.jms.redelivery-delay-millis:500}";

    private Queues() {}
}
