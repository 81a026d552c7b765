/** Leads that partners submit, and what the merchant says of them. */
package org.conversions.web.api.lead;
