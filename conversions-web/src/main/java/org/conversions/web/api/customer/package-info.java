/** The customers of the caller's workspace. */
package org.conversions.web.api.customer;
