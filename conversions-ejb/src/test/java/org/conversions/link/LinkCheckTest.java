package org.conversions.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.conversions.link.LinkDraft.TagChoice;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkCheckTest {

    private static final Instant NOW = Instant.parse("2026-07-29T10:00:00Z");
    private static final String URL = "https://a.example/";
    private static final References KNOWN = new References("go.example.com",
            Map.of("own.example", true, "new.example", false), null, Set.of("tag_1", "tag_2"),
            Map.of("news", "tag_1", "über", "tag_2"), Set.of("fold_1"), Set.of("own.example", "theirs.example"), false);

    private final LinkCheck check = new LinkCheck(KNOWN, NOW);

    @Test
    void aPlainLinkGoesToTheDefaultDomain() {
        assertThat(checked(link(null, LinkRules.NONE)).domain()).isEqualTo("go.example.com");
        assertThat(new LinkCheck(new References("go.example.com", Map.of("own.example", true), "own.example", Set.of(), Map.of(),
                Set.of(), Set.of(), false), NOW).checked(link(null, LinkRules.NONE), LinkDraft.EMPTY).domain()).isEqualTo("own.example");
    }

    @Test
    void theFrontPageOfTheServerIsTheOperatorsAndThatOfAnOwnDomainTheWorkspaces() {
        LinkDraft front = at("go.example.com", "_root");
        assertThatThrownBy(() -> checked(front)).isInstanceOf(RequestRefused.class)
                .hasMessageContaining("front page of go.example.com");
        assertThatThrownBy(() -> check.checked(front, at("own.example", "_root"))).isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> check.checked(front, at("go.example.com", "old"))).isInstanceOf(RequestRefused.class);
        assertThat(checked(at("own.example", "_root")).key()).isEqualTo("_root");
        assertThat(check.checked(front, front).key()).as("one that was made before").isEqualTo("_root");
        assertThat(new LinkCheck(new References("go.example.com", Map.of(), null, Set.of(), Map.of(), Set.of(), Set.of(), true),
                NOW).checked(front, LinkDraft.EMPTY).key()).isEqualTo("_root");
    }

    private static LinkDraft at(String domain, String key) {
        return new LinkDraft(URL, domain, key, null, null, null, null, null, true, false, null, TagChoice.NONE, LinkRules.NONE);
    }

    @ParameterizedTest
    @CsvSource({"Go.Example.com, go.example.com", "OWN.example, own.example"})
    void aDomainMayBeTheServersOrAProvedOneOfTheWorkspace(String wanted, String domain) {
        assertThat(checked(link(wanted, LinkRules.NONE)).domain()).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource({"new.example, not verified", "theirs.example, not a domain of this workspace", "x, not a domain"})
    void anotherDomainIsRefused(String domain, String message) {
        refused(link(domain, LinkRules.NONE), message);
    }

    @ParameterizedTest
    @CsvSource({"https://go.example.com/x, go.example.com", "https://theirs.example/x, theirs.example",
        "http://www.theirs.example:8080, theirs.example", "https://OWN.example, own.example"})
    void noAddressLeadsBackToShortLinks(String url, String message) {
        refused(with(url, LinkRules.NONE), message);
        refused(with(URL, rules(null, url, Map.of(), List.of(), null)), message);
        refused(with(URL, rules(null, null, Map.of("DE", url), List.of(), null)), message);
        refused(with(URL, rules(null, null, Map.of(), variants(50, url), NOW.plusSeconds(1))), message);
    }

    @Test
    void anAddressThatWasThereBeforeItsHostWasProvedIsNotJudgedAgain() {
        LinkDraft stored = with("https://theirs.example/x", LinkRules.NONE);
        assertThat(check.checked(stored, stored).url()).isEqualTo("https://theirs.example/x");
    }

    @Test
    void everyAddressIsWrittenAsItIsStored() {
        LinkRules rules = checked(with(URL, rules(null, "https://ä.example/ö", Map.of("AT", "https://a.example/a b"),
                variants(50, "https://a.example/ü"), NOW.plusSeconds(1)))).rules();
        assertThat(rules.expiredUrl()).isEqualTo("https://xn--4ca.example/%C3%B6");
        assertThat(rules.geo()).containsEntry("AT", "https://a.example/a%20b");
        assertThat(rules.experiment().variants().get(0).url()).isEqualTo("https://a.example/%C3%BC");
        assertThat(rules.experiment().startedAt()).isEqualTo(NOW);
    }

    @Test
    void whatWasCheckedStaysTheSameWhenItIsCheckedAgain() {
        LinkDraft once = checked(new LinkDraft("https://ä.example/ö", null, "Kéy", null, null, "ext", "tenant", "c", true, false,
                "fold_1", TagChoice.names(List.of("ÜBER", "News")), rules("pass", "https://ä.example/ö", Map.of("AT", URL),
                variants(10, URL), NOW.plusSeconds(1))));
        assertThat(once.tags().ids()).containsExactly("tag_1", "tag_2");
        assertThat(checked(once)).isEqualTo(once);
    }

    @Test
    void tagsAndFoldersMustBeThere() {
        refused(tagged(TagChoice.ids(List.of("tag_1", "tag_3"))), "tagIds: there is no tag tag_3");
        refused(tagged(TagChoice.names(List.of("New"))), "tagNames: there is no tag New");
        refused(new LinkDraft(URL, null, null, null, null, null, null, null, false, false, "fold_2", TagChoice.NONE,
                LinkRules.NONE), "folderId: there is no folder fold_2");
    }

    @ParameterizedTest
    @CsvSource({"1, 50", "5, 50", "2, 9", "2, 91", "2, 0", "2, -50"})
    void aTestHasTwoToFourDestinationsOfTenToNinety(int size, int percentage) {
        refused(with(URL, rules(null, null, Map.of(), IntStream.range(0, size)
                .mapToObj(i -> new TestVariant(URL, percentage)).toList(), NOW.plusSeconds(1))), "testVariants");
    }

    @Test
    void aTestEndsAfterItBeginsAndTracksConversions() {
        refused(with(URL, rules(null, null, Map.of(), variants(50, URL), null)), "testCompletedAt");
        refused(with(URL, rules(null, null, Map.of(), variants(50, URL), NOW)), "testCompletedAt");
        LinkDraft untracked = new LinkDraft(URL, null, null, null, null, null, null, null, false, false, null, TagChoice.NONE,
                rules(null, null, Map.of(), variants(50, URL), NOW.plusSeconds(1)));
        refused(untracked, "trackConversion");
    }

    @ParameterizedTest
    @CsvSource({"de", "XX", "DEU", "''", "*"})
    void aCountryHasTwoCapitalLetters(String country) {
        refused(with(URL, rules(null, null, Map.of(country, URL), List.of(), null)), "geo");
    }

    @Test
    void textsHaveTheirLengthsAndAnEmptyOneAsksForNothing() {
        assertThat(checked(with(URL, rules("", "", Map.of(), List.of(), null))).rules()).isEqualTo(LinkRules.NONE);
        assertThat(checked(with(URL, rules("x".repeat(128), null, Map.of(), List.of(), null))).rules().password()).hasSize(128);
        refused(with(URL, rules("abc", null, Map.of(), List.of(), null)), "password: must be at least 4");
        LinkDraft older = with(URL, rules("abc", null, Map.of(), List.of(), null));
        assertThat(check.checked(older, older).rules().password()).isEqualTo("abc");
        refused(with(URL, rules("x".repeat(129), null, Map.of(), List.of(), null)), "password");
        refused(with(URL, rules("\ud800", null, Map.of(), List.of(), null)), "half a character");
        refused(new LinkDraft(URL, null, null, null, null, "", null, null, false, false, null, TagChoice.NONE, LinkRules.NONE),
                "externalId");
        refused(new LinkDraft(URL, null, null, null, null, "x".repeat(191), null, null, false, false, null, TagChoice.NONE,
                LinkRules.NONE), "externalId");
    }

    @Test
    void allAddressesTogetherHaveALimitThatAnOlderLinkMayExceed() {
        Map<String, String> geo = Map.of("AT", longUrl(30_000), "DE", longUrl(30_000), "FR", longUrl(5_536 - URL.length()));
        assertThat(checked(with(URL, rules(null, null, geo, List.of(), null))).rules().geo()).isEqualTo(geo);
        LinkDraft tooLong = with(URL + "a", rules(null, null, geo, List.of(), null));
        refused(tooLong, "geo, testVariants: must not be longer than 65536 characters together");
        refused(with(URL, rules(null, null, Map.of("AT", longUrl(32_000), "DE", longUrl(32_000), "FR", longUrl(32_000)), List.of(),
                null)), "together");
        assertThat(check.checked(tooLong, tooLong).addresses()).isEqualTo(tooLong.addresses());
    }

    private static String longUrl(int length) {
        return URL + "x".repeat(length - URL.length());
    }

    private LinkDraft checked(LinkDraft draft) {
        return check.checked(draft, LinkDraft.EMPTY);
    }

    private void refused(LinkDraft draft, String message) {
        assertThatThrownBy(() -> checked(draft)).isInstanceOfSatisfying(RequestRefused.class,
                e -> assertThat(e.code()).isEqualTo(RequestRefused.Code.UNPROCESSABLE_ENTITY)).hasMessageContaining(message);
    }

    private static LinkDraft link(String domain, LinkRules rules) {
        return new LinkDraft(URL, domain, null, null, null, null, null, null, true, false, null, TagChoice.NONE, rules);
    }

    private static LinkDraft with(String url, LinkRules rules) {
        return new LinkDraft(url, null, null, null, null, null, null, null, true, false, null, TagChoice.NONE, rules);
    }

    private static LinkDraft tagged(TagChoice tags) {
        return new LinkDraft(URL, null, null, null, null, null, null, null, true, false, null, tags, LinkRules.NONE);
    }

    private static List<TestVariant> variants(int percentage, String url) {
        return List.of(new TestVariant(url, percentage), new TestVariant(URL, 90));
    }

    private static LinkRules rules(String password, String expiredUrl, Map<String, String> geo, List<TestVariant> variants,
                                   Instant testCompletedAt) {
        return new LinkRules(null, expiredUrl, null, password, LinkPreview.NONE, false, false, false, null, null, geo,
                new LinkExperiment(variants, null, testCompletedAt));
    }
}
