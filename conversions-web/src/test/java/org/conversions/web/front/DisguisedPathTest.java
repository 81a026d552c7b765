package org.conversions.web.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisguisedPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/embed/..%2Fapp/", "/embed/..%2fapp/", "/embed/%2e%2e/app/", "/embed/../app/", "/embed/.%2E/app/",
        "/embed;x/../app/", "/app/;x=1", "/embed/..%5capp/", "/embed\\app", "/a%2Fb", "/..", "/."})
    void whatTheServerReadsOtherwise(String path) {
        assertThat(DisguisedPath.is(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/abc", "/a/b", "/app/setup/", "/caf%C3%A9", "/v1.2", "/.well-known/assetlinks.json", "//abc",
        "/a..b", "/%20"})
    void whatIsAsItIsWritten(String path) {
        assertThat(DisguisedPath.is(path)).isFalse();
    }
}
