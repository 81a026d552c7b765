package org.conversions.web.api.write;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks writes that do nothing new when they are sent again, also after a failure, and that commit by transactions of
 * their own, which they try again when they lose a race. So no transaction is put around them for an
 * {@code Idempotency-Key}, which they would leave aside and wait for a second connection; the answer is kept after they are
 * done, and two at once are both let through.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RepeatsSafely {
}
