package org.conversions.payout.statement;

/** A line of a statement. @param amount minor units; negative for what was taken back */
public record StatementLine(String description, long amount) {
}
