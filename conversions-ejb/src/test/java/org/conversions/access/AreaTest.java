package org.conversions.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AreaTest {

    /** Width of the column. */
    private static final int SCOPES_LENGTH_MAX = 500;

    @Test
    void theScopesAreTheClosedListOfPublishedClientsAndOurs() {
        assertThat(Area.scopes()).doesNotHaveDuplicates().contains("apis.all", "apis.read", "links.read", "links.write",
                "tags.read", "tags.write", "folders.read", "folders.write", "domains.read", "domains.write",
                "workspaces.read", "workspaces.write", "analytics.read", "analytics.write",
                "conversions.write", "customers.read", "partners.write", "commissions.write", "stripe.write")
                .doesNotContain("keys.read", "keys.write", "members.read", "members.write");
        assertThat(Area.isScope(null)).isFalse();
    }

    @Test
    void aKeyCanHaveAllOfThemAtOnce() {
        assertThat(String.join(" ", new TreeSet<>(Area.scopes()))).hasSizeLessThanOrEqualTo(SCOPES_LENGTH_MAX);
    }

    @ParameterizedTest
    @EnumSource
    void whoMayWriteMayReadAndNotTheOtherWayRound(Area area) {
        assertThat(holder("apis.all").may(area, true)).isTrue();
        assertThat(holder("apis.all").may(area, false)).isTrue();
        assertThat(holder("apis.read").may(area, true)).isFalse();
        assertThat(holder("apis.read").may(area, false)).isTrue();
        assertThat(holder(area.scope(true)).may(area, false)).isTrue();
        assertThat(holder(area.scope(false)).may(area, true)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aScopeOpensItsOwnAreaOnly(Area area) {
        for (Area other : Area.values()) {
            if (area != other && area != Area.KEYS && area != Area.MEMBERS) {
                assertThat(holder(area.scope(true)).may(other, false)).as(other.name()).isFalse();
                assertThat(holder(area.scope(true)).may(other, true)).as(other.name()).isFalse();
            }
        }
        assertThat(holder("analytics.read").may(Area.LINKS, false)).isFalse();
    }

    @Test
    void keysAreMadeWithAllRightsOnly() {
        TreeSet<String> single = new TreeSet<>(Area.scopes());
        single.removeAll(Set.of("apis.all", "apis.read"));
        KeyHolder holder = new KeyHolder("key_1", "Key", new WorkspaceId("ws_1"), KeyKind.SECRET, Mode.LIVE, single);
        assertThat(holder.may(Area.KEYS, true)).isFalse();
        assertThat(holder.may(Area.KEYS, false)).isFalse();
        assertThat(holder.mayEverything()).isFalse();
    }

    private static KeyHolder holder(String scope) {
        return new KeyHolder("key_1", "Key", new WorkspaceId("ws_1"), KeyKind.SECRET, Mode.LIVE, Set.of(scope));
    }
}
