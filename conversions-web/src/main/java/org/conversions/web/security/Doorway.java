package org.conversions.web.security;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import org.conversions.access.Area;

/**
 * The access to a method of a resource, by the marks of both. What a method says wins over its class, and where it says
 * two things, the narrower one holds.
 *
 * @param entry       who comes in
 * @param limited     whether those without a key are counted
 * @param area        which scope a key needs; null for all rights
 * @param publishable whether a publishable key is enough
 * @param ownersOnly  whether people must be owners
 * @param anyRole     whether people need not be allowed to write
 */
record Doorway(Entry entry, boolean limited, Area area, boolean publishable, boolean ownersOnly, boolean anyRole) {

    /** The credentials that open a door. */
    enum Entry {
        /** None. */
        OPEN,
        /** The operator's token. */
        OPERATOR,
        /** A login session. */
        SESSION,
        /** A login session, or none. */
        SESSION_IF_ANY,
        /** A login session of one of a partner's people. */
        PARTNER,
        /** The token of a share, whose password has been given. */
        SHARE,
        /** The token of a share. */
        SHARE_BEFORE_PASSWORD,
        /** A key, or a login session in a workspace. */
        KEY
    }

    static Doorway of(Class<?> resource, Method method) {
        boolean publishable = method.isAnnotationPresent(PublishableKey.class);
        boolean owners = mark(OwnersOnly.class, resource, method).isPresent();
        boolean anyRole = mark(AnyRole.class, resource, method).isPresent();
        if (method.isAnnotationPresent(OperatorOnly.class)) {
            return closed(Entry.OPERATOR);
        }
        if (method.isAnnotationPresent(SignedIn.class)) {
            return signedIn(method.getAnnotation(SignedIn.class));
        }
        if (method.isAnnotationPresent(OfPartner.class)) {
            return new Doorway(Entry.PARTNER, true, null, false, owners, false);
        }
        if (method.isAnnotationPresent(OpenToShares.class)) {
            return shared(method.getAnnotation(OpenToShares.class));
        }
        if (method.isAnnotationPresent(KeyScope.class)) {
            return new Doorway(Entry.KEY, true, method.getAnnotation(KeyScope.class).value(), publishable, owners, anyRole);
        }
        if (!publishable && method.isAnnotationPresent(Public.class)) {
            return open(method.getAnnotation(Public.class));
        }
        if (resource.isAnnotationPresent(OperatorOnly.class)) {
            return closed(Entry.OPERATOR);
        }
        if (resource.isAnnotationPresent(SignedIn.class)) {
            return signedIn(resource.getAnnotation(SignedIn.class));
        }
        if (resource.isAnnotationPresent(OfPartner.class)) {
            return new Doorway(Entry.PARTNER, true, null, false, owners, false);
        }
        if (resource.isAnnotationPresent(OpenToShares.class)) {
            return shared(resource.getAnnotation(OpenToShares.class));
        }
        if (resource.isAnnotationPresent(KeyScope.class)) {
            return new Doorway(Entry.KEY, true, resource.getAnnotation(KeyScope.class).value(), publishable, owners, anyRole);
        }
        if (!publishable && resource.isAnnotationPresent(Public.class)) {
            return open(resource.getAnnotation(Public.class));
        }
        return new Doorway(Entry.KEY, true, null, publishable, owners, anyRole);
    }

    /** Returns whether nothing has to be brought. */
    boolean open() {
        return entry == Entry.OPEN;
    }

    private static Doorway closed(Entry entry) {
        return new Doorway(entry, true, null, false, false, false);
    }

    private static Doorway signedIn(SignedIn mark) {
        return closed(mark.optional() ? Entry.SESSION_IF_ANY : Entry.SESSION);
    }

    private static Doorway shared(OpenToShares mark) {
        return closed(mark.beforePassword() ? Entry.SHARE_BEFORE_PASSWORD : Entry.SHARE);
    }

    private static Doorway open(Public mark) {
        return new Doorway(Entry.OPEN, mark.limited(), null, false, false, false);
    }

    private static <A extends Annotation> Optional<A> mark(Class<A> type, Class<?> resource, Method method) {
        return Optional.ofNullable(method.getAnnotation(type)).or(() -> Optional.ofNullable(resource.getAnnotation(type)));
    }
}
