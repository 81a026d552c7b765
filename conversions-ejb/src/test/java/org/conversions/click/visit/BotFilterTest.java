package org.conversions.click.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotFilterTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @ParameterizedTest
    @ValueSource(strings = {
            FIREFOX,
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 340.0.0.22.109 (iPhone14,5; iOS 17_5; de_DE)",
            "Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/467.0.0.50.108;]",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [LinkedInApp]/9.29.8962",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/321.1 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [Pinterest/iOS]",
            "Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120 Mobile Safari/537.36 trill_320 BytedanceWebview/d8a21c6",
            "Mozilla/5.0 (Linux; Android 12; CUBOT X50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/14.5.0",
            "Opera/9.80 (Android; Opera Mini/36.2/191.273; U; de) Presto/2.12 Version/12.16"})
    void aBrowserIsAPersonAlsoInsideAnApp(String userAgent) {
        assertThat(BotFilter.isPerson(visit("GET", userAgent, null))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
            "", " ", "curl/8.5.0", "Wget/1.21", "python-requests/2.32", "Go-http-client/2.0", "Java-http-client/17.0.1", "okhttp/4.12",
            "node-fetch/1.0", "axios/1.7", "PostmanRuntime/7.4", "Dalvik/2.1.0 (Linux; U; Android 14)", "App/1 CFNetwork/1494 Darwin/23",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Mediapartners-Google",
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "GoogleOther", "Google-InspectionTool/1.0",
            "facebookexternalhit/1.1", "Twitterbot/1.0", "LinkedInBot/1.0", "Slackbot-LinkExpanding 1.0", "Discordbot/2.0",
            "TelegramBot (like TwitterBot)", "WhatsApp/2.23.20.0", "WhatsApp", "Mozilla/5.0 (Windows NT 6.1) SkypeUriPreview Preview/0.5",
            "Mozilla/5.0 (Macintosh) AppleWebKit/601.2.4 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0 Safari/537.36",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)",
            "Mozilla/5.0 (Linux; Android 11; moto g) AppleWebKit/537.36 Chrome/119 Mobile Safari/537.36 Chrome-Lighthouse"})
    void aProgramIsNoPerson(String userAgent) {
        assertThat(BotFilter.isPerson(visit("GET", userAgent, null))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefetch", "prefetch;prerender", "Prefetch", "prefetch;anonymous-client-ip", "preview"})
    void aPageThatIsFetchedBeforeAnybodyAskedForItIsNoClick(String purpose) {
        assertThat(BotFilter.isPerson(visit("GET", FIREFOX, purpose))).isFalse();
    }

    @Test
    void onlyAGetIsAClick() {
        assertThat(BotFilter.isPerson(visit("HEAD", FIREFOX, null))).isFalse();
    }

    @Test
    void whatDoesNotCountSaysWhy() {
        assertThat(BotFilter.uncounted(visit("GET", FIREFOX, null))).isEmpty();
        assertThat(BotFilter.uncounted(visit("HEAD", FIREFOX, "prefetch"))).contains(Uncounted.HEAD);
        assertThat(BotFilter.uncounted(visit("GET", FIREFOX, "prefetch"))).contains(Uncounted.PREFETCH);
        assertThat(BotFilter.uncounted(visit("HEAD", "curl/8.5.0", null))).contains(Uncounted.BOT);
    }

    private static Visit visit(String method, String userAgent, String purpose) {
        return new Visit(method, userAgent, purpose, null, "192.0.2.1", Place.UNKNOWN);
    }
}
