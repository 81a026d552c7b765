/** The buyers of the caller's workspace. */
package org.conversions.web.api.customer;
