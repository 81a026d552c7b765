/** The statements of payouts: as JSON, as PDF and as a table, and what they come to in a year. */
package org.conversions.web.api.statement;
