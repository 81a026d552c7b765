package org.conversions.platform;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a transaction again when it lost a race: two callers made the same row at once and met at its unique key, or waited
 * for each other's locks. It stands beside {@code @Transactional} on a CDI bean and works around it. A method that joins its
 * caller's transaction is run once, because a race that is lost there undoes all of it.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RetryOnConflict {
}
