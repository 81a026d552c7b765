/** Writes: done once for one {@code Idempotency-Key}, and answered with success only when they are durable. */
package org.conversions.web.api.write;
