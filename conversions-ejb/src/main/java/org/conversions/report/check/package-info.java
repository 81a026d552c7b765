/** Compares the cells with what happened, and makes cells and totals again from it. */
package org.conversions.report.check;
