/**
 * The money road from outside: stories of clicks, payments, refunds and cancellations, told to the executable jar as
 * browsers and Stripe would tell them, and read back by the API. All stories but those that stop a server share one;
 * each has a link, a partner, a buyer and Stripe ids of its own. W… and S… in the names are the faults and scenarios
 * of the best-known peer that a story keeps away.
 */
package org.conversions.scenarios;
