package org.conversions.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.conversions.access.Area;
import org.conversions.access.KeyHolder;
import org.conversions.access.KeyKind;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRightsTest {

    private static final KeyHolder ALL = holder(KeyKind.SECRET, Set.of("apis.all"));
    private static final KeyHolder READER = holder(KeyKind.SECRET, Set.of("apis.read"));
    private static final KeyHolder PUBLISHABLE = holder(KeyKind.PUBLISHABLE, Set.of());

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void aKeyWithAllRightsMayDoEverything(String method) {
        assertThatNoException().isThrownBy(() -> KeyRights.check(ALL, method, Area.LINKS, false));
        assertThatNoException().isThrownBy(() -> KeyRights.check(ALL, method, null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aReadingKeyMayNotWrite(String method) {
        assertThatNoException().isThrownBy(() -> KeyRights.check(READER, "GET", Area.LINKS, false));
        assertForbidden(READER, method, Area.LINKS, false, "links.write");
    }

    @Test
    void aPublishableKeyOpensOnlyWhatTakesIt() {
        assertThatNoException().isThrownBy(() -> KeyRights.check(PUBLISHABLE, "POST", Area.CONVERSIONS, true));
        assertForbidden(PUBLISHABLE, "POST", Area.CONVERSIONS, false, "publishable");
        assertForbidden(PUBLISHABLE, "GET", Area.LINKS, false, "publishable");
    }

    @Test
    void aScopeOpensItsAreaAndTheErrorNamesTheOneThatLacks() {
        KeyHolder links = holder(KeyKind.SECRET, Set.of("links.write"));
        assertThatNoException().isThrownBy(() -> KeyRights.check(links, "GET", Area.LINKS, false));
        assertThatNoException().isThrownBy(() -> KeyRights.check(links, "DELETE", Area.LINKS, false));
        assertForbidden(links, "GET", Area.CUSTOMERS, false, "customers.read");
        assertForbidden(links, "POST", Area.CONVERSIONS, false, "conversions.write");
    }

    @Test
    void aResourceThatDoesNotSayWhatItIsAboutNeedsAllRights() {
        assertForbidden(READER, "GET", null, false, "apis.all");
        assertForbidden(holder(KeyKind.SECRET, Set.of("links.write")), "GET", null, false, "apis.all");
    }

    private static void assertForbidden(KeyHolder holder, String method, Area area, boolean takesPublishable,
                                        String named) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class,
                () -> KeyRights.check(holder, method, area, takesPublishable));
        assertThat(refused.code()).isEqualTo(RequestRefused.Code.FORBIDDEN);
        assertThat(refused).hasMessageContaining(named);
    }

    private static KeyHolder holder(KeyKind kind, Set<String> scopes) {
        return new KeyHolder("key_1", "Key", new WorkspaceId("ws_1"), kind, Mode.LIVE, scopes);
    }
}
