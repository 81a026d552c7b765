/** Notes on the chart and saved views, which a team keeps beside its figures: of all, or of one person. */
package org.conversions.overview;
