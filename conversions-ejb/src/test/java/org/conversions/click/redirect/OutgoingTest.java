package org.conversions.click.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conversions.address.UrlQuery;
import org.conversions.link.LinkRules;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTest {

    private static final String CLICK = "0TbXc9LrAbCdEfGh";
    private static final ClickId CLICK_ID = new ClickId(CLICK);
    private static final List<String> RESERVED =
            List.of("dub_id", "cq_id", "via", "client_reference_id", "dub_client_reference_id", "codeqr_client_reference_id");

    @Test
    void aLinkThatTracksConversionsPassesTheClickIdOnInTheWordsOfItsWorkspace() {
        assertThat(tracked("https://a.example/x?y=1#z", Vocabulary.DUB, null).location(CLICK_ID))
                .isEqualTo("https://a.example/x?y=1&dub_id=" + CLICK + "#z");
        assertThat(tracked("https://a.example", Vocabulary.CODEQR, null).location(CLICK_ID))
                .isEqualTo("https://a.example?cq_id=" + CLICK);
    }

    @Test
    void aLinkThatTracksNothingPassesNothingOn() {
        assertThat(Outgoing.of("https://a.example/x", false, Vocabulary.DUB, null).location(CLICK_ID))
                .isEqualTo("https://a.example/x");
    }

    @ParameterizedTest
    @CsvSource({
            "dub_client_reference_id, dub_id_, true",
            "dub_client_reference_id, dub_id_, false",
            "codeqr_client_reference_id, codeqr_id_, true"})
    void aPaymentLinkGetsTheClickIdAsItsReferenceInTheWordsOfItsMarker(String marker, String prefix, boolean trackConversion) {
        Outgoing outgoing = Outgoing.of("https://buy.stripe.com/abc?a=%e4&" + marker + "=1&b", trackConversion, Vocabulary.DUB, null);
        assertThat(outgoing.location(CLICK_ID))
                .isEqualTo("https://buy.stripe.com/abc?a=%e4&b&client_reference_id=" + prefix + CLICK);
        assertThat(outgoing.location()).isEqualTo("https://buy.stripe.com/abc?a=%e4&b");
    }

    @Test
    void aStoredReferenceGivesWayToTheClickOnlyWithTheMarker() {
        assertThat(tracked("https://a.example/?client_reference_id=mine&dub_client_reference_id=1", Vocabulary.DUB, null)
                .location(CLICK_ID)).isEqualTo("https://a.example/?client_reference_id=dub_id_" + CLICK);
        assertThat(tracked("https://a.example/?client_reference_id=mine", Vocabulary.DUB, "client_reference_id=theirs")
                .location(CLICK_ID)).isEqualTo("https://a.example/?client_reference_id=mine&dub_id=" + CLICK);
    }

    @Test
    void theMarkerInTheVisitorsQueryDoesNothing() {
        assertThat(tracked("https://a.example/", Vocabulary.DUB, "dub_client_reference_id=1").location(CLICK_ID))
                .isEqualTo("https://a.example/?dub_id=" + CLICK);
    }

    @Test
    void theMarkerMustBeOne() {
        assertThat(tracked("https://a.example/?dub_client_reference_id=0", Vocabulary.DUB, null).location(CLICK_ID))
                .isEqualTo("https://a.example/?dub_id=" + CLICK);
    }

    @ParameterizedTest
    @CsvSource({
            "x=1, https://a.example/?s=%e4&t=0&x=1",
            "t=1, https://a.example/?s=%e4&t=1",
            "t=1&t=2, https://a.example/?s=%e4&t=1&t=2",
            "e=, https://a.example/?s=%e4&t=0&e=",
            "e, https://a.example/?s=%e4&t=0&e",
            "&&x=1&, https://a.example/?s=%e4&t=0&x=1",
            "utm_source=a%20b, https://a.example/?s=%e4&t=0&utm_source=a%20b",
            "a;dub_id=x, https://a.example/?s=%e4&t=0&a%3Bdub_id=x",
            "x=%0d%0aSet-Cookie:a, https://a.example/?s=%e4&t=0&x=%0d%0aSet-Cookie:a",
            "x=%zz#f, https://a.example/?s=%e4&t=0&x=%25zz%23f"})
    void otherParametersOfTheVisitorPassThrough(String query, String location) {
        assertThat(tracked("https://a.example/?s=%e4&t=0", Vocabulary.DUB, query).location()).isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dub_id=x", "%64ub_id=x", "DUB_ID=x", "+dub_id=x", "cq_id", "via=x", "client_reference_id=dub_id_x",
            "dub-no-track=1", "pw=x", "redir_url=https://evil.example", "skip_deeplink_preview=1"})
    void whoseClickItIsIsNotTheVisitorsToSay(String query) {
        assertThat(tracked("https://a.example/", Vocabulary.DUB, query).location()).isEqualTo("https://a.example/");
    }

    @ParameterizedTest
    @CsvSource({
            "https://a.example/?x=1, https://a.example/?x=1&via=ann%2Fsale&dub_id=" + CLICK,
            "https://a.example/?via=stored, https://a.example/?via=ann%2Fsale&dub_id=" + CLICK,
            "https://buy.stripe.com/a?dub_client_reference_id=1, https://buy.stripe.com/a?via=ann%2Fsale&client_reference_id=dub_id_" + CLICK})
    void aPartnersLinkSaysWhoseItIs(String destination, String location) {
        LinkTarget link = new LinkTarget(new LinkId("link_1"), new WorkspaceId("ws_1"), "go.example", "ann/sale", "https://own.example", false, Vocabulary.DUB,
                "prog_1", new PartnerId("pn_1"), LinkRules.NONE);
        Outgoing outgoing = Outgoing.of(link, destination, "via=mallory");
        assertThat(outgoing.location(CLICK_ID)).isEqualTo(location);
        assertThat(outgoing.location()).doesNotContain("ann", "mallory");
    }

    @Test
    void thePasswordOfALinkIsReadFromTheQuery() {
        assertThat(Outgoing.password("x=1&pw=open%20sesame&pw=2")).isEqualTo("open sesame");
        assertThat(Outgoing.password("pw")).isEmpty();
        assertThat(Outgoing.password("xpw=1")).isNull();
        assertThat(Outgoing.password(null)).isNull();
    }

    @Test
    void aPrintedCodeSaysSoAndIsNotPassedOn() {
        Outgoing outgoing = tracked("https://a.example/", Vocabulary.DUB, "qr=1&x=2");
        assertThat(outgoing.qr()).isTrue();
        assertThat(outgoing.location()).isEqualTo("https://a.example/?x=2");
        assertThat(tracked("https://a.example/", Vocabulary.DUB, "qr=2").qr()).isFalse();
    }

    @Test
    void aVisitorMayAskNotToBeCounted() {
        assertThat(Outgoing.untracked("x=1&dub-no-track")).isTrue();
        assertThat(Outgoing.untracked("x=dub-no-track")).isFalse();
        assertThat(Outgoing.untracked(null)).isFalse();
    }

    @Test
    void theCampaignIsThatOfTheAddressTheVisitorIsSentTo() {
        assertThat(tracked("https://a.example/?utm_source=stored&utm_medium=mail", Vocabulary.DUB, "utm_source=shared").utm())
                .satisfies(utm -> {
                    assertThat(utm.source()).isEqualTo("shared");
                    assertThat(utm.medium()).isEqualTo("mail");
                });
    }

    @Property
    void theResultIsAValidAddressOfTheStoredSite(@ForAll("destinations") String destination, @ForAll("queries") String query,
                                                 @ForAll boolean tracks, @ForAll Vocabulary vocabulary) {
        String location = Outgoing.of(destination, tracks, vocabulary, query).location(CLICK_ID);
        assertThat(location).matches("[\\x21-\\x7e]+").startsWith(UrlQuery.of(destination).base())
                .endsWith(UrlQuery.of(destination).fragment());
        assertThat(URI.create(location).getHost()).isEqualTo("a.example");
    }

    @Property
    void theMarkerNeverSurvives(@ForAll("destinations") String destination, @ForAll("queries") String query) {
        Outgoing outgoing = Outgoing.of(destination, true, Vocabulary.DUB, query);
        for (String location : List.of(outgoing.location(), outgoing.location(CLICK_ID))) {
            UrlQuery url = UrlQuery.of(location);
            assertThat(url.first("dub_client_reference_id")).isEmpty();
            assertThat(url.first("codeqr_client_reference_id")).isEmpty();
        }
    }

    @Property
    void aVisitorChangesNoReservedParameter(@ForAll("destinations") String destination, @ForAll("queries") String query,
                                            @ForAll boolean tracks, @ForAll Vocabulary vocabulary) {
        UrlQuery alone = UrlQuery.of(Outgoing.of(destination, tracks, vocabulary, null).location(CLICK_ID));
        UrlQuery withQuery = UrlQuery.of(Outgoing.of(destination, tracks, vocabulary, query).location(CLICK_ID));
        for (String name : RESERVED) {
            assertThat(withQuery.parameters().stream().filter(parameter -> UrlQuery.name(parameter).equals(name)))
                    .containsExactlyElementsOf(alone.parameters().stream()
                            .filter(parameter -> UrlQuery.name(parameter).equals(name)).toList());
        }
    }

    @Property
    void whatIsNotTouchedStaysByteForByte(@ForAll("destinations") String destination) {
        boolean marked = destination.contains("client_reference_id");
        String location = Outgoing.of(destination, false, Vocabulary.DUB, null).location(CLICK_ID);
        assertThat(marked || location.equals(destination)).isTrue();
    }

    @Provide
    Arbitrary<String> destinations() {
        Arbitrary<String> parameter = Arbitraries.of("a=1", "b", "c=", "d=%e4%2F", "", "dub_client_reference_id=1", "e=a+b",
                "codeqr_client_reference_id=1", "dub_id=stored", "via=stored", "client_reference_id=stored", "%64ub_client_reference_id=1");
        return Combinators.combine(Arbitraries.of("https://a.example", "https://a.example/", "https://a.example/p%20q"),
                        parameter.list().ofMaxSize(5), Arbitraries.of("", "#", "#f?dub_id=x"))
                .as((base, parameters, fragment) ->
                        base + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)) + fragment);
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> name = Arbitraries.oneOf(Arbitraries.of(RESERVED), Arbitraries.of("a", "b", "qr", "%64ub_id", "dub%5Fid",
                "dub_id%00", "%76ia", "a;dub_id"), Arbitraries.strings().ofMaxLength(6));
        Arbitrary<String> value = Arbitraries.oneOf(Arbitraries.of("1", "", "x", "%0d%0aX: y", "&dub_id=x"), Arbitraries.strings().ofMaxLength(8));
        return Combinators.combine(name, value).as((n, v) -> n + '=' + v).list().ofMaxSize(6).map(list -> String.join("&", list))
                .injectNull(0.05);
    }

    private static Outgoing tracked(String destination, Vocabulary vocabulary, String query) {
        return Outgoing.of(destination, true, vocabulary, query);
    }
}
