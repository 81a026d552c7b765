/** What partners earned. */
package org.conversions.web.api.commission;
