/** The exchange rates that the caller's workspace converts at, and those that it sets for itself. */
package org.conversions.web.api.exchange;
