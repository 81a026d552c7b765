package org.conversions.reward;

/** The partner that a sale or a lead credits, or the reason why it credits none. */
public sealed interface CreditDecision permits Credit, NoCredit {
}
