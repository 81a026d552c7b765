/** What partners earned, and what the operator says of it. */
package org.conversions.web.api.commission;
