/** Commissions of partners, and the changes that an operator makes to them. */
package org.conversions.web.api.commission;
