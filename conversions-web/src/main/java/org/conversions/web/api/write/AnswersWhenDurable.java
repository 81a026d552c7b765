package org.conversions.web.api.write;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource whose methods write through a group commit and answer only when that is durable: so
 * {@link DurableAnswers} has nothing to wait for.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AnswersWhenDurable {
}
