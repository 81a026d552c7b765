/** What partners earn by sales, and what refunds take back of it, as entries that are only ever added. */
package org.conversions.commission;
