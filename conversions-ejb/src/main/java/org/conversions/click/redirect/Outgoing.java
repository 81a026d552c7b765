package org.conversions.click.redirect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.address.UrlQuery;
import org.conversions.address.Utm;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.id.ClickId;
import org.conversions.workspace.Vocabulary;

/**
 * The address that a visitor is sent to: the stored destination, with the additions of the visitor's own query.
 *
 * <p>Parameters of the visitor's query are passed on and take the place of stored ones of the same name, except those
 * that say whose click it is: they are never the visitor's to set. Nor can a query choose another destination: what asks
 * for that is left out. A payment link that is stored with the marker of a
 * vocabulary gets the click id in {@code client_reference_id}; any other destination gets it in the click parameter of
 * the workspace's vocabulary when the link tracks conversions. A partner's link also says whose it is, by its key in
 * {@code via}.
 *
 * @param url         the destination without a click id
 * @param paymentLink the vocabulary whose marker was stored, or null
 * @param click       the vocabulary of the click parameter, or null when the link does not track conversions
 * @param via         the key of a partner's link, or null
 * @param qr          whether the visitor comes from a printed code
 */
public record Outgoing(UrlQuery url, Vocabulary paymentLink, Vocabulary click, String via, boolean qr) {

    /** The query parameter and the header that ask not to be counted. */
    public static final String NO_TRACK = "dub-no-track";
    /** The query parameter that gives the password of a link. */
    public static final String PASSWORD = "pw";

    private static final String CLIENT_REFERENCE = "client_reference_id";
    private static final String VIA = "via";
    private static final String QR = "qr=1";
    /** Parameters for the redirect itself, or for the one of a peer, which do not concern the destination. */
    private static final List<String> NOT_PASSED_ON =
            List.of(NO_TRACK, PASSWORD, "redir_url", "skip_deeplink_preview");
    private static final Set<String> MARKERS = Stream.of(Vocabulary.values()).map(Vocabulary::paymentLinkMarker)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> RESERVED = Stream.of(
                    Stream.of(Vocabulary.values()).map(Vocabulary::clickParameter), MARKERS.stream(),
                    Stream.of(VIA, CLIENT_REFERENCE), NOT_PASSED_ON.stream())
            .flatMap(names -> names).collect(Collectors.toUnmodifiableSet());

    /**
     * @param destination  the one of the link's addresses that its rules have chosen for the visitor
     * @param visitorQuery as it came, or null
     */
    public static Outgoing of(LinkTarget target, String destination, String visitorQuery) {
        boolean partners = target.partnerId() != null;
        Outgoing outgoing = of(destination, target.trackConversion() || partners, target.vocabulary(), visitorQuery);
        return new Outgoing(outgoing.url, outgoing.paymentLink, outgoing.click, partners ? target.key() : null,
                outgoing.qr);
    }

    /**
     * The same for a link that is no partner's.
     *
     * @param destination  as stored
     * @param visitorQuery as it came, or null
     */
    public static Outgoing of(String destination, boolean trackConversion, Vocabulary vocabulary, String visitorQuery) {
        UrlQuery stored = UrlQuery.of(destination);
        Vocabulary paymentLink = stored.parameters().stream().flatMap(Outgoing::marked).findFirst().orElse(null);
        UrlQuery url = stored.without(MARKERS::contains);
        List<String> visitor = UrlQuery.parametersOf(visitorQuery);
        List<String> passedOn = visitor.stream().filter(parameter -> !parameter.equals(QR) && !reserved(parameter))
                .map(UrlQuery::clean).toList();
        Set<String> replaced = passedOn.stream().map(UrlQuery::name).collect(Collectors.toSet());
        url = url.without(replaced::contains);
        for (String parameter : passedOn) {
            url = url.and(parameter);
        }
        return new Outgoing(url, paymentLink, trackConversion ? vocabulary : null, null, visitor.contains(QR));
    }

    /** @return whether a visitor's query asks not to be counted */
    public static boolean untracked(String visitorQuery) {
        return UrlQuery.parametersOf(visitorQuery).stream()
                .anyMatch(parameter -> UrlQuery.name(parameter).equals(NO_TRACK));
    }

    /** @return the decoded password that a visitor's query gives, or null */
    public static String password(String visitorQuery) {
        return UrlQuery.parametersOf(visitorQuery).stream()
                .filter(parameter -> UrlQuery.name(parameter).equals(PASSWORD)).map(UrlQuery::value).findFirst()
                .orElse(null);
    }

    /** @return the campaign that the destination names */
    public Utm utm() {
        return Utm.of(url);
    }

    /** @return the address for a visitor who is not counted, which is also the one that is kept of a click */
    public String location() {
        return url.toString();
    }

    /** @return the address for a counted click */
    public String location(ClickId clickId) {
        UrlQuery from = via == null ? url : url.with(VIA, via);
        if (paymentLink != null) {
            return from.with(CLIENT_REFERENCE, paymentLink.referencePrefix() + clickId).toString();
        }
        return click == null ? from.toString() : from.with(click.clickParameter(), clickId.value()).toString();
    }

    private static Stream<Vocabulary> marked(String parameter) {
        return UrlQuery.value(parameter).equals("1")
                ? Stream.of(Vocabulary.values())
                        .filter(vocabulary -> vocabulary.paymentLinkMarker().equals(UrlQuery.name(parameter)))
                : Stream.empty();
    }

    /** Judges a name in any case: a site that does not heed the case of names would take it for ours. */
    private static boolean reserved(String parameter) {
        return RESERVED.contains(UrlQuery.name(parameter).strip().toLowerCase(Locale.ROOT));
    }
}
