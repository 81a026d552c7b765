package org.conversions.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a resource or method for people who are signed in; a workspace need not be chosen, and no key opens it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SignedIn {

    /** Returns whether it is open to others too, who then have no session. */
    boolean optional() default false;
}
