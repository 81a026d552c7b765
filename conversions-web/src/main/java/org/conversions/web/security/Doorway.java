package org.conversions.web.security;

import java.lang.reflect.Method;
import org.conversions.access.Area;

/**
 * The access to a method of a resource, by the marks of both. What a method says wins over its class, and where it says
 * two things, the narrower one holds.
 *
 * @param open         whether no key is needed
 * @param limited      whether those without a key are counted
 * @param operatorOnly whether the operator's token is needed
 * @param area         which scope a key needs; null for all rights
 * @param publishable  whether a publishable key is enough
 */
record Doorway(boolean open, boolean limited, boolean operatorOnly, Area area, boolean publishable) {

    static Doorway of(Class<?> resource, Method method) {
        boolean publishable = method.isAnnotationPresent(PublishableKey.class);
        if (method.isAnnotationPresent(OperatorOnly.class)) {
            return new Doorway(false, true, true, null, false);
        }
        if (method.isAnnotationPresent(KeyScope.class)) {
            return new Doorway(false, true, false, method.getAnnotation(KeyScope.class).value(), publishable);
        }
        if (!publishable && method.isAnnotationPresent(Public.class)) {
            return new Doorway(true, method.getAnnotation(Public.class).limited(), false, null, false);
        }
        if (resource.isAnnotationPresent(OperatorOnly.class)) {
            return new Doorway(false, true, true, null, false);
        }
        if (resource.isAnnotationPresent(KeyScope.class)) {
            return new Doorway(false, true, false, resource.getAnnotation(KeyScope.class).value(), publishable);
        }
        boolean open = !publishable && resource.isAnnotationPresent(Public.class);
        return new Doorway(open, !open || resource.getAnnotation(Public.class).limited(), false, null, publishable);
    }
}
