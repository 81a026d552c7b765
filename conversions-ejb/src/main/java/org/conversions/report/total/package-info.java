/** Totals of links, customers and partners, and the list of partners sorted by them. */
package org.conversions.report.total;
