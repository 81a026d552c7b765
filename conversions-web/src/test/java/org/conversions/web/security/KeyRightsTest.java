package org.conversions.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.KeyHolder;
import org.conversions.workspace.KeyKind;
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
        assertThatNoException().isThrownBy(() -> KeyRights.check(ALL, method, false));
        assertThatNoException().isThrownBy(() -> KeyRights.check(ALL, method, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aReadingKeyMayNotWrite(String method) {
        assertThatNoException().isThrownBy(() -> KeyRights.check(READER, "GET", false));
        assertForbidden(READER, method, false);
    }

    @Test
    void aPublishableKeyOpensOnlyWhatTakesIt() {
        assertThatNoException().isThrownBy(() -> KeyRights.check(PUBLISHABLE, "POST", true));
        assertForbidden(PUBLISHABLE, "POST", false);
        assertForbidden(PUBLISHABLE, "GET", false);
    }

    private static void assertForbidden(KeyHolder holder, String method, boolean takesPublishable) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class,
                () -> KeyRights.check(holder, method, takesPublishable));
        assertThat(refused.code()).isEqualTo(RequestRefused.Code.FORBIDDEN);
    }

    private static KeyHolder holder(KeyKind kind, Set<String> scopes) {
        return new KeyHolder("key_1", "ws_1", kind, scopes);
    }
}
