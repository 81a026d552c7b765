/** One reader for each of Stripe's objects, tolerant of every API version. Pure. */
package org.conversions.stripe.object;
