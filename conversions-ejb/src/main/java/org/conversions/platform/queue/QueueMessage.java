package org.conversions.platform.queue;

/**
 * A message that says that a row waits.
 *
 * @param id    of the row
 * @param group messages of one group are worked off one after the other; null for a message that stands alone
 */
public record QueueMessage(String queue, String id, String group) {

    /** The name of the group in a message's properties, by which a broker gives all of a group to one consumer. */
    public static final String GROUP = "JMSXGroupID";
}
