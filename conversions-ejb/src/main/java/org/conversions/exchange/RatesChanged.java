package org.conversions.exchange;

/** Fired in the transaction that changes which rates hold, so that none of before it is remembered after it. */
record RatesChanged() {
}
