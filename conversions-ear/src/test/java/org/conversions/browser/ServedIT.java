package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script as it is served to the pages of any site. */
class ServedIT {

    private final Api anybody = ConversionsServer.shared().api(null);

    @ParameterizedTest
    @ValueSource(strings = {"", ".site-visit", ".outbound-domains", ".conversion-tracking", ".site-visit.outbound-domains",
        ".site-visit.conversion-tracking", ".outbound-domains.conversion-tracking",
        ".site-visit.outbound-domains.conversion-tracking"})
    void everyCombinationIsThere(String variant) {
        Answer answer = anybody.get("/analytics/script" + variant + ".js");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.body()).startsWith("/*! Conversions").contains("/track/click");
    }

    @Test
    void whoHasItGetsItNotAgain() {
        Answer first = anybody.get("/analytics/script.js");
        Answer again = anybody.get("/analytics/script.js", "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        Answer zipped = anybody.get("/analytics/script.js", "Accept-Encoding", "gzip, br");
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void compressedItIsSmall() {
        Answer full = anybody.send("HEAD", "/analytics/script.site-visit.outbound-domains.conversion-tracking.js",
                BodyPublishers.noBody(), "Accept-Encoding", "gzip");
        assertThat(full.headers().firstValueAsLong("Content-Length").orElseThrow()).isBetween(1L, 8L * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"script.outbound-domains.site-visit.js", "script.min.js", "settings.js", "page.js", "script.js/x"})
    void thereIsNothingElse(String name) {
        assertThat(anybody.get("/analytics/" + name).status()).isEqualTo(404);
    }
}
