/** The discount codes of partners. */
package org.conversions.web.api.discount;
