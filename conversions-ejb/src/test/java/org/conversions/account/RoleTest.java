package org.conversions.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {

    private static final List<Area> SETTINGS = List.of(Area.WORKSPACES, Area.KEYS, Area.MEMBERS);

    @ParameterizedTest
    @EnumSource(Area.class)
    void ownersDoEverythingAndViewersOnlyRead(Area area) {
        assertThat(as(Role.OWNER).may(area, true)).isTrue();
        assertThat(as(Role.VIEWER).may(area, true)).isFalse();
        for (Role role : Role.values()) {
            assertThat(as(role).may(area, false)).as(role.text()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Area.class)
    void membersWriteDataAndNoSettings(Area area) {
        assertThat(as(Role.MEMBER).may(area, true)).isEqualTo(!SETTINGS.contains(area));
    }

    @ParameterizedTest
    @CsvSource({"owner, owner, true", "owner, member, true", "owner, viewer, true", "member, owner, false", "member, member, true",
        "member, viewer, true", "viewer, owner, false", "viewer, member, false", "viewer, viewer, true"})
    void aWiderRoleCoversANarrowerOne(String role, String other, boolean covers) {
        assertThat(Role.of(role).covers(Role.of(other))).isEqualTo(covers);
    }

    @Test
    void whatIsNoRoleIsRefusedByName() {
        for (String text : new String[] {"admin", "Owner", "", null}) {
            assertThatThrownBy(() -> Role.of(text)).isInstanceOf(RequestRefused.class).hasMessageStartingWith("role: ");
        }
    }

    @Test
    void whoHasChosenNoWorkspaceHasNoRightsInAny() {
        LoginSession session = new LoginSession("ses_1", person(), null, Instant.EPOCH);
        assertThatThrownBy(session::workspaceId).isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> session.may(Area.LINKS, false)).isInstanceOf(RequestRefused.class);
    }

    private static LoginSession as(Role role) {
        return new LoginSession("ses_1", person(), new LoginSession.Place(new WorkspaceId("ws_1"), role), Instant.EPOCH);
    }

    private static PersonView person() {
        return new PersonView("user_1", "pat@example.com", "Pat", false, false, Instant.EPOCH);
    }
}
