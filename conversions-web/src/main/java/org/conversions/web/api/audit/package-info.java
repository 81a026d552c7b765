/** The audit trail of the caller's workspace. */
package org.conversions.web.api.audit;
