package org.conversions.web.ops;

/** The control by which a stop lets this node finish what it has taken, and take nothing new. */
public interface IntakeMXBean {

    /** @return how many requests have been taken and not been answered yet */
    int getInHand();

    /**
     * Turns away every request from now on, waits for the answers to those that were taken before, and ends all other
     * work.
     *
     * @param seconds how long to wait at most
     * @return how many are still without an answer then
     */
    int close(int seconds);
}
