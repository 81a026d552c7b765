package org.conversions.report;

/**
 * What was asked for.
 *
 * @param partial whether there is more than was read: of a time with very many clicks the newest are, when single clicks have
 *                to be looked at
 */
public record Answer<T>(T figures, boolean partial) {
}
