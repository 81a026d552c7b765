/**
 * The lanes in which Stripe's events are worked off: what is of one buyer is in one lane, and a lane is with one worker of one
 * node at a time. So the events of one buyer never wait for each other's rows, and those of many buyers run side by side.
 */
package org.conversions.stripe.lane;
