/**
 * Statements: when a payout is paid, the payer writes the partner's bill for what was earned (self-billing), and a credit note for
 * what was taken back; when a payout comes back, a credit note cancels both. Each has the next number of its workspace, is written
 * in the transaction of what it is about, and never changes: it keeps the parties and texts of its day.
 */
package org.conversions.payout.statement;
