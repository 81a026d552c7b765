package org.conversions.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource or method for the people of the partner whom its path names as {@code partnerId}; to everybody else there
 * is no such partner. All of them read and write, except that {@link OwnersOnly} leaves the partner's owners, and that people of
 * a partner who is banned only read. No key opens it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OfPartner {
}
