package org.conversions.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a resource or method for those who have the link of a share: its token opens it, and nothing else does. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OpenToShares {

    /** Returns whether it is also open while the password of the share has not been given. */
    boolean beforePassword() default false;
}
