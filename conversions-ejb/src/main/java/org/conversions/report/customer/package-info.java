/** Lists customers by their figures, and reads the history of one. */
package org.conversions.report.customer;
