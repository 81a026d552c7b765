package org.conversions.platform.queue;

/** A failure of the broker to take a message. Nothing is lost: the row that it would have announced is found by a timer. */
public class QueueUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueueUnavailable(Throwable cause) {
        super("The broker takes no message: " + cause.getMessage(), cause);
    }
}
