package org.conversions.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A part of the API that keys can be allowed to touch, one by one. The scopes of an area are its name and {@code .read} or
 * {@code .write}; beside them are the two that hold everywhere, {@link KeyHolder#SCOPE_ALL} and
 * {@link KeyHolder#SCOPE_READ}. The list is closed.
 */
public enum Area {
    LINKS, TAGS, FOLDERS, DOMAINS, CUSTOMERS,
    /** Leads and sales: writing is reporting them. */
    CONVERSIONS,
    /** Figures and the event feed. Writing is of notes, saved views and shares: no figure can be written. */
    ANALYTICS,
    /** Partners, their links and their rewards. */
    PARTNERS,
    COMMISSIONS, STRIPE,
    /** The settings of the workspace, exchange rates too. */
    WORKSPACES,
    /** Has no scopes of its own: a key that could make keys could make one with more rights. */
    KEYS,
    /** The people of the workspace: as for keys. */
    MEMBERS;

    /** @return whether this is one of the scopes that there are; also for null */
    static boolean isScope(String text) {
        return scopes().contains(text);
    }

    /** @return every scope that a key can have */
    public static List<String> scopes() {
        // A list of this kind can be asked about null.
        return Arrays.asList(Stream.concat(Stream.of(KeyHolder.SCOPE_ALL, KeyHolder.SCOPE_READ),
                Stream.of(values()).filter(Area::hasScopes).flatMap(area -> Stream.of(area.scope(false), area.scope(true))))
                .toArray(String[]::new));
    }

    /** @return every scope that an app can be granted: those of single areas, so that none reaches the keys */
    public static List<String> appScopes() {
        return scopes().stream().filter(scope -> !scope.equals(KeyHolder.SCOPE_ALL) && !scope.equals(KeyHolder.SCOPE_READ))
                .toList();
    }

    /** @return the narrowest scope that allows to read or write here */
    public String scope(boolean writing) {
        if (!hasScopes()) {
            return writing ? KeyHolder.SCOPE_ALL : KeyHolder.SCOPE_READ;
        }
        return name().toLowerCase(Locale.ROOT) + (writing ? ".write" : ".read");
    }

    private boolean hasScopes() {
        return this != KEYS && this != MEMBERS;
    }
}
