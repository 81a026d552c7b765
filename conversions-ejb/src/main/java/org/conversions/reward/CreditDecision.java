package org.conversions.reward;

/** Whom a sale or a lead credits, or why nobody. */
public sealed interface CreditDecision permits Credit, NoCredit {
}
