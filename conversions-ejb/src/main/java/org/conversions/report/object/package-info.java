/** Finds what an object of Stripe means here: the customer, the link, the sales and the events that belong to its id. */
package org.conversions.report.object;
