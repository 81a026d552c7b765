package org.conversions.commission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.conversions.reward.RewardFacts;

/**
 * The earnings of a partner by a sale or a lead, and what was looked at for them.
 *
 * @param earned minor units, before anything was taken back
 * @param wanted what it would be without a spend limit
 * @param inputs what conditions and limits looked at
 */
record Judged(long earned, long wanted, RewardFacts inputs) {

    /** The input that says what might still be earned. */
    static final String ROOM = "spendLimit.room";

    Judged(long earned, RewardFacts inputs) {
        this(earned, earned, inputs);
    }

    /** @param room what may still be earned under a limit, in minor units @return the same under the limit */
    Judged within(long room) {
        return new Judged(Math.min(wanted, room), wanted, inputs.with(ROOM, JsonNodeFactory.instance.numberNode(room)));
    }
}
