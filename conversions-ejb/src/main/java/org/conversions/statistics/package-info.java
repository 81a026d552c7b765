/**
 * Figures: hourly rollups and totals, written in the transaction of what they count. An entry counts at its own time: a
 * sale when it was paid, a refund when it was refunded.
 */
package org.conversions.statistics;
