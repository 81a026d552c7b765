/**
 * Commissions: the earnings of partners by sales and leads. They are settled: what they should come to follows from all that is
 * known, in whatever order it became known, and the entries that are missing are added; none is ever changed.
 */
package org.conversions.commission;
