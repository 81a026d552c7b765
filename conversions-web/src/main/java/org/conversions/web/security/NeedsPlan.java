package org.conversions.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.conversions.workspace.Feature;

/**
 * Names the feature that a resource or method belongs to: without a plan that includes it, nothing is made or changed there.
 * What there is can be read and deleted on every plan, because it is the workspace's own. A mark of a method wins over that
 * of its class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface NeedsPlan {

    Feature value();

    /** Returns whether the plan is needed for reading, too: where a GET is the beginning of a change. */
    boolean toRead() default false;
}
