package org.conversions.exchange;

import java.time.LocalDate;
import java.util.Set;

/**
 * Fired in the transaction that stores new rates which can be used: what waits for one of these currencies can be tried
 * again after the commit.
 *
 * @param workspaceId the workspace that they are for, or {@code ''} for every one
 * @param asOf        the day that they are of
 * @param currencies  in lower case; never empty and never the dollar, which needs no rate. One of them may also be the
 *                    currency of the workspace, and then it is what amounts of all others waited for
 */
public record RatesArrived(String workspaceId, LocalDate asOf, Set<String> currencies) {
}
