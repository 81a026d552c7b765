package org.conversions.click.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.conversions.click.redirect.RedirectPolicy.Visitor;
import org.conversions.click.visit.Uncounted;
import org.conversions.link.LinkExperiment;
import org.conversions.link.LinkPreview;
import org.conversions.link.LinkRules;
import org.conversions.link.TestVariant;
import org.conversions.link.directory.LinkDomain;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RedirectPolicyTest {

    private static final Instant NOW = Instant.parse("2026-07-29T12:00:00Z");
    private static final String DESKTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 Safari/604.1";
    private static final String PIXEL = "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/126.0 Mobile Safari/537.36";
    private static final String LUMIA = "Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) Edge/15.15063";
    private static final String URL = "https://own.example/";
    private static final List<TestVariant> TEST =
            List.of(new TestVariant("https://a.example/", 20), new TestVariant("https://b.example/", 80));

    private final Rules rules = new Rules();

    @Test
    void withoutRulesALinkLeadsToItsDestination() {
        assertThat(decide(visitor(DESKTOP))).isEqualTo(new RedirectDecision.SentOn(URL, null));
        assertThat(decide(visitor(null))).isEqualTo(new RedirectDecision.SentOn(URL, null));
    }

    @Test
    void aDisabledLinkIsAsIfThereWereNone() {
        rules.all().disabledAt = NOW;
        assertThat(decide(visitor(IPHONE))).isEqualTo(new RedirectDecision.NotFound(null));
        assertThat(RedirectPolicy.decide(visitor(IPHONE), rules.link(), domain("https://gone.example/"), NOW))
                .isEqualTo(new RedirectDecision.NotFound("https://gone.example/"));
    }

    @Test
    void thePasswordComesBeforeEverythingThatSaysMore() {
        rules.all();
        assertThat(decide(visitor(IPHONE))).isEqualTo(new RedirectDecision.Locked());
        assertThat(decide(bot())).isEqualTo(new RedirectDecision.Locked());
        assertThat(decide(unlocked(visitor(IPHONE)))).isEqualTo(new RedirectDecision.Expired("https://late.example/"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
            "https://late.example/, https://domain.example/, https://late.example/",
            "null, https://domain.example/, https://domain.example/",
            "null, null, null"})
    void anExpiredLinkLeadsWhereItOrItsDomainSays(String ofLink, String ofDomain, String url) {
        rules.expiresAt = NOW;
        rules.expiredUrl = ofLink;
        LinkDomain domain = new LinkDomain("go.example", new WorkspaceId("ws_1"), ofDomain, null, null, null);
        assertThat(RedirectPolicy.decide(visitor(DESKTOP), rules.link(), domain, NOW)).isEqualTo(new RedirectDecision.Expired(url));
        assertThat(RedirectPolicy.decide(visitor(DESKTOP), rules.link(), domain, NOW.minusMillis(1)))
                .isEqualTo(new RedirectDecision.SentOn(URL, null));
    }

    @Test
    void aPreviewIsForProgramsOnly() {
        rules.all().password = null;
        rules.expiresAt = null;
        assertThat(decide(bot())).isEqualTo(new RedirectDecision.Preview(URL));
        assertThat(decide(visitor(IPHONE))).isInstanceOf(RedirectDecision.Framed.class);
        rules.proxy = false;
        assertThat(decide(bot())).isEqualTo(new RedirectDecision.Framed(URL, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"HEAD", "PREFETCH", "NO_TRACK"})
    void aBrowserThatIsNotCountedIsNoProgram(Uncounted why) {
        rules.proxy = true;
        rules.testVariants = TEST;
        rules.testCompletedAt = NOW.plusSeconds(1);
        assertThat(decide(new Visitor(DESKTOP, why, "", false, null, 0))).isEqualTo(new RedirectDecision.SentOn(URL, null));
    }

    @Test
    void aFrameComesBeforeTheAddressesForDevicesAndCountries() {
        rules.devices().rewrite = true;
        assertThat(decide(visitor(IPHONE))).isEqualTo(new RedirectDecision.Framed(URL, null));
    }

    @ParameterizedTest
    @CsvSource({IPHONE + ", DE, https://ios.example/", PIXEL + ", DE, https://android.example/",
        DESKTOP + ", DE, https://de.example/", DESKTOP + ", FR, " + URL, DESKTOP + ", '', " + URL,
        LUMIA + ", FR, " + URL, "'Mozilla/5.0 (iPad; CPU OS 12_2 like Mac OS X) Mobile/15E148', FR, https://ios.example/"})
    void theDeviceComesBeforeTheCountryAndTheCountryBeforeTheRest(String userAgent, String country, String url) {
        rules.devices();
        assertThat(decide(new Visitor(userAgent, null, country, false, null, 0))).isEqualTo(new RedirectDecision.SentOn(url, null));
    }

    @Test
    void programsAreSentWherePeopleWithTheSameDeviceAre() {
        rules.devices();
        assertThat(decide(new Visitor(PIXEL + " Googlebot/2.1", Uncounted.BOT, "", false, null, 0)))
                .isEqualTo(new RedirectDecision.SentOn("https://android.example/", null));
    }

    @Test
    void aTestSpreadsVisitorsByItsWeights() {
        rules.testVariants = TEST;
        rules.testCompletedAt = NOW.plusSeconds(1);
        Map<String, Long> seen = new HashMap<>();
        IntStream.range(0, 1_000).forEach(chance -> seen.merge(url(decide(tested(null, chance))), 1L, Long::sum));
        assertThat(seen).containsExactlyInAnyOrderEntriesOf(Map.of("https://a.example/", 200L, "https://b.example/", 800L));
    }

    @Test
    void whoHasSeenADestinationKeepsItUntilItIsChanged() {
        rules.testVariants = TEST;
        rules.testCompletedAt = NOW.plusSeconds(1);
        String first = ((RedirectDecision.SentOn) decide(tested(null, 0))).variant();
        IntStream.range(0, 100).forEach(chance ->
                assertThat(url(decide(tested(first, chance)))).isEqualTo("https://a.example/"));
        rules.testVariants = List.of(new TestVariant("https://c.example/", 50), TEST.get(1));
        Set<String> seen = new HashSet<>();
        IntStream.range(0, 200).forEach(chance -> seen.add(url(decide(tested(first, chance)))));
        assertThat(seen).containsExactlyInAnyOrder("https://c.example/", "https://b.example/");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"null, 1, true", "0, 1, true", "1, 2, false", "-2, 0, false", "null, null, false"})
    void aTestRunsFromItsStartToItsEnd(Long start, Long end, boolean runs) {
        rules.testVariants = TEST;
        rules.testStartedAt = start == null ? null : NOW.plus(Duration.ofHours(start));
        rules.testCompletedAt = end == null ? null : NOW.plus(Duration.ofHours(end));
        assertThat(url(decide(tested(null, 0)))).isEqualTo(runs ? "https://a.example/" : URL);
    }

    @Test
    void aTestIsOfTheLinksOwnDestination() {
        rules.devices().testVariants = TEST;
        rules.testCompletedAt = NOW.plusSeconds(1);
        assertThat(url(decide(visitor(IPHONE)))).isEqualTo("https://ios.example/");
        rules.rewrite = true;
        assertThat(decide(visitor(IPHONE))).isInstanceOfSatisfying(RedirectDecision.Framed.class, framed -> {
            assertThat(framed.url()).isEqualTo("https://a.example/");
            assertThat(framed.variant()).isNotNull();
        });
    }

    private RedirectDecision decide(Visitor visitor) {
        return RedirectPolicy.decide(visitor, rules.link(), domain(null), NOW);
    }

    private static String url(RedirectDecision reception) {
        return ((RedirectDecision.SentOn) reception).url();
    }

    private static LinkDomain domain(String notFoundUrl) {
        return new LinkDomain("go.example", null, null, notFoundUrl, null, null);
    }

    private static Visitor visitor(String userAgent) {
        return new Visitor(userAgent, null, "DE", false, null, 0);
    }

    private static Visitor bot() {
        return new Visitor("Slackbot", Uncounted.BOT, "DE", false, null, 0);
    }

    private static Visitor unlocked(Visitor visitor) {
        return new Visitor(visitor.userAgent(), visitor.why(), visitor.country(), true, visitor.variant(), visitor.chance());
    }

    private static Visitor tested(String variant, int chance) {
        return new Visitor(DESKTOP, null, "", false, variant, chance);
    }

    /** The rules of a link, one by one. */
    private static final class Rules {

        private Instant expiresAt;
        private String expiredUrl;
        private Instant disabledAt;
        private String password;
        private boolean proxy;
        private boolean rewrite;
        private String ios;
        private String android;
        private Map<String, String> geo = Map.of();
        private List<TestVariant> testVariants = List.of();
        private Instant testStartedAt;
        private Instant testCompletedAt;

        Rules devices() {
            ios = "https://ios.example/";
            android = "https://android.example/";
            geo = Map.of("DE", "https://de.example/");
            return this;
        }

        /** Sets all rules at once, but the one that disables. */
        Rules all() {
            devices();
            expiresAt = NOW;
            expiredUrl = "https://late.example/";
            password = "open sesame";
            proxy = true;
            rewrite = true;
            testVariants = TEST;
            testCompletedAt = NOW.plusSeconds(1);
            return this;
        }

        LinkTarget link() {
            return new LinkTarget(new LinkId("link_1"), new WorkspaceId("ws_1"), "go.example", "a", URL, true, Vocabulary.DUB, null, null,
                    new LinkRules(expiresAt, expiredUrl, disabledAt, password, new LinkPreview(null, null, null, null, proxy),
                            rewrite, false, false, ios, android, geo,
                            new LinkExperiment(testVariants, testStartedAt, testCompletedAt)));
        }
    }
}
