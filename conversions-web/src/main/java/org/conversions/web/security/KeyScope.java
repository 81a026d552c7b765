package org.conversions.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.conversions.access.Area;

/**
 * Names the area of a resource or method, and so the scope that its callers need: that of reading for GET, else that of
 * writing. Without it only a key with all rights comes in.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface KeyScope {

    Area value();
}
