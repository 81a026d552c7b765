package org.conversions.web.embed;

/**
 * A place on the list of the best partners.
 *
 * @param rank     from 1
 * @param name     the partner's own name, and of others their first letters
 * @param you      whether it is the partner who looks
 * @param earnings in the workspace's currency, in minor units; null where earnings are hidden
 * @param digits   how many digits of an amount stand after the point
 */
public record LeaderboardPlace(int rank, String name, boolean you, Long earnings, String currency, int digits) {
}
