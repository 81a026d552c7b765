/**
 * Figures: what happens is noted as a delta in the transaction in which it happens, and one node after the other adds
 * the deltas up, every second: into cells, each of which has the figures of a workspace, of one of its links, or of one
 * value of a property of its clicks, in a quarter of an hour, an hour or a day of UTC; and into totals of links. Who reads
 * adds the deltas that are still there, and is exact at once. An entry counts at its own time: a sale when it was paid, a
 * refund when it was refunded.
 */
package org.conversions.statistics;
