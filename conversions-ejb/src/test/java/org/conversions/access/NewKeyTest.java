package org.conversions.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;

class NewKeyTest {

    @Test
    void aKeyIsLiveOrTest() {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> new NewKey("box", KeyKind.SECRET, Mode.SANDBOX, null, null))
                .withMessageStartingWith("mode: ");
    }

    @Test
    void aSecretKeyMayDoEverythingUnlessSaidOtherwise() {
        assertThat(new NewKey("server", KeyKind.SECRET, Mode.LIVE, null, null).scopes()).containsExactly("apis.all");
        assertThat(new NewKey("reader", KeyKind.SECRET, Mode.LIVE, Set.of("apis.read"), null).scopes())
                .containsExactly("apis.read");
    }

    @Test
    void aPublishableKeyHasNoScopes() {
        assertThat(new NewKey("site", KeyKind.PUBLISHABLE, Mode.LIVE, null, null).scopes()).isEmpty();
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> new NewKey("site", KeyKind.PUBLISHABLE, Mode.LIVE, Set.of("apis.all"), null));
    }

    @Test
    void aKeyMayBeForSingleAreas() {
        assertThat(new NewKey("shop", KeyKind.SECRET, Mode.LIVE, Set.of("links.write", "analytics.read"), null).scopes())
                .containsExactlyInAnyOrder("links.write", "analytics.read");
    }

    @Test
    void anUnknownScopeIsRefused() {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> new NewKey("server", KeyKind.SECRET, Mode.LIVE, Set.of("links.write", "links.delete"), null))
                .withMessageStartingWith("scopes: ");
    }

    @Test
    void whatIsStoredIsTheHashAndNotTheKey() {
        Clock clock = Clock.fixed(Instant.parse("2026-07-29T10:00:00Z"), ZoneOffset.UTC);
        NewKey draft = new NewKey("server", KeyKind.SECRET, Mode.LIVE, null, null);
        ApiKey key = ApiKey.of(new WorkspaceId("ws_1"), draft, "conv_abcdefghijklmnopqrstuvwxyz012345", clock);
        assertThat(key.keyHash).isEqualTo(TokenHash.sha256("conv_abcdefghijklmnopqrstuvwxyz012345"));
        assertThat(key.view().toString()).contains("conv_abc...2345").doesNotContain("abcdefgh");
        assertThat(key.holder().mayEverything()).isTrue();
        assertThat(key.holder().publishable()).isFalse();
    }
}
