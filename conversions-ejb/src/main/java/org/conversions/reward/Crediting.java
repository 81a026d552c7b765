package org.conversions.reward;

/** Whom a sale or a lead credits, or why nobody. */
public sealed interface Crediting permits Credit, NoCredit {
}
