/** The responses to requests with an {@code Idempotency-Key}, kept so that the same request again gets the same one. */
package org.conversions.platform.idempotency;
