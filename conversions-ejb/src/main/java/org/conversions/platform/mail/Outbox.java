package org.conversions.platform.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.conversions.platform.work.Backoff;

/** The mails that wait to be sent, in memory and bounded. One that the mail server did not take comes again some times. */
final class Outbox {

    static final int WAITING_MAX = 1_000;
    static final int ATTEMPTS_MAX = 6;
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(20));

    /** @param attempts how many there have been */
    record Waiting(Mail mail, int attempts, Instant due) {
    }

    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Comparator.comparing(Waiting::due));

    /** @return false when too many wait */
    synchronized boolean add(Mail mail, Instant now) {
        return waiting.size() < WAITING_MAX && waiting.add(new Waiting(mail, 0, now));
    }

    /** Takes the next mail that is due. */
    synchronized Optional<Waiting> next(Instant now) {
        return Optional.ofNullable(waiting.peek()).filter(first -> !first.due().isAfter(now)).map(first -> waiting.poll());
    }

    /** Puts a mail back that could not be sent. @return false when it was the last attempt */
    synchronized boolean again(Waiting failed, Instant now) {
        int attempts = failed.attempts() + 1;
        return attempts < ATTEMPTS_MAX
                && waiting.add(new Waiting(failed.mail(), attempts, now.plus(PAUSES.pause(attempts - 1))));
    }
}
