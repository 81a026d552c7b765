/**
 * Leads and sales that the merchant, or a page of the merchant's, reports by the API. What Stripe reports comes by the
 * {@code stripe} rooms.
 */
package org.conversions.tracking;
