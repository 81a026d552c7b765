package org.conversions.web.api.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the fields that the body of a method may have, where it takes JSON of any shape and its description does not say. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyFields {

    /** A record with these fields. */
    Class<?> value();
}
