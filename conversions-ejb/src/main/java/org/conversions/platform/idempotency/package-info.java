/**
 * The answers to requests with an {@code Idempotency-Key}, kept so that the same request again gets the same answer.
 */
package org.conversions.platform.idempotency;
