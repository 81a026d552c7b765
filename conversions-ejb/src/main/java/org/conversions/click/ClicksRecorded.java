package org.conversions.click;

import java.util.List;

/** CDI event: these clicks have been stored, in the transaction that is under way. */
public record ClicksRecorded(List<Click> clicks) {
}
