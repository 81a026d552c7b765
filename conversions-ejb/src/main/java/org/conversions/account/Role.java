package org.conversions.account;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.access.KeyHolder;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/**
 * The roles of people in a workspace. An owner may do everything. A member works with all data, but not with the settings of
 * the workspace, its people, keys and connections. A viewer reads, and writes what nobody else sees.
 */
public enum Role implements Word {
    OWNER(Set.of(KeyHolder.SCOPE_ALL)),
    MEMBER(readingAndWriting(Area.LINKS, Area.TAGS, Area.FOLDERS, Area.DOMAINS, Area.CUSTOMERS, Area.CONVERSIONS,
            Area.ANALYTICS, Area.PARTNERS, Area.COMMISSIONS, Area.STRIPE)),
    VIEWER(Set.of(KeyHolder.SCOPE_READ));

    private final Set<String> scopes;

    Role(Set<String> scopes) {
        this.scopes = scopes;
    }

    private static Set<String> readingAndWriting(Area... areas) {
        Set<String> scopes = new LinkedHashSet<>(Set.of(KeyHolder.SCOPE_READ));
        Stream.of(areas).map(area -> area.scope(true)).forEach(scopes::add);
        return Set.copyOf(scopes);
    }

    /** Returns the rights of the role, as scopes of API keys. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns whether somebody with this role may do all that one with the other may. */
    public boolean covers(Role other) {
        return compareTo(other) <= 0;
    }

    /** @throws RequestRefused unprocessable for a role that there is not */
    public static Role of(String text) {
        return Word.find(Role.class, text).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "role: must be one of owner, member, viewer"));
    }

    /** @return the name in the API and in the database: owner, member, viewer */
    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
