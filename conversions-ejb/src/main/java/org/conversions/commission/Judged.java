package org.conversions.commission;

import org.conversions.reward.RewardFacts;

/**
 * The earnings of a partner by a sale or a lead, and what was looked at for them.
 *
 * @param earned minor units, before anything was taken back
 * @param inputs what conditions and limits looked at
 */
record Judged(long earned, RewardFacts inputs) {
}
