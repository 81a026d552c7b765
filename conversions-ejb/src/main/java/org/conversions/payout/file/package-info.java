/**
 * Files of payouts: for a bank (a SEPA credit transfer, {@code pain.001.001.09}), for PayPal, for services such as Wise by a
 * mapping of columns, and for a spreadsheet. They are made by pure code, rows in and bytes out; a row that a file cannot hold is
 * named before anything is written. {@link org.conversions.payout.file.PayoutSettings} keeps what a workspace says of them.
 */
package org.conversions.payout.file;
