package org.conversions.click;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.link.UrlQuery;
import org.conversions.link.Utm;
import org.conversions.workspace.Vocabulary;

/**
 * Where a visitor is sent: to the stored destination, with what the visitor's own query adds to it.
 *
 * <p>Parameters of the visitor's query are passed on and take the place of stored ones of the same name, except those
 * that say whose click it is: they are never the visitor's to set. A payment link that is stored with the marker of a
 * vocabulary gets the click id in {@code client_reference_id}; any other destination gets it in the click parameter of
 * the workspace's vocabulary when the link tracks conversions.
 *
 * @param url         the destination without a click id
 * @param paymentLink the vocabulary whose marker was stored, or null
 * @param click       the vocabulary of the click parameter, or null when the link does not track conversions
 * @param qr          whether the visitor comes from a printed code
 * @param untracked   whether the visitor's query asks not to be counted
 */
public record Outgoing(UrlQuery url, Vocabulary paymentLink, Vocabulary click, boolean qr, boolean untracked) {

    /** The query parameter and the header that ask not to be counted. */
    public static final String NO_TRACK = "dub-no-track";

    private static final String CLIENT_REFERENCE = "client_reference_id";
    private static final String QR = "qr=1";
    private static final Set<String> MARKERS = Stream.of(Vocabulary.values()).map(Vocabulary::paymentLinkMarker)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> RESERVED = Stream.of(
                    Stream.of(Vocabulary.values()).map(Vocabulary::clickParameter), MARKERS.stream(),
                    Stream.of("via", CLIENT_REFERENCE, NO_TRACK))
            .flatMap(names -> names).collect(Collectors.toUnmodifiableSet());

    /**
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
        return new Outgoing(url, paymentLink, trackConversion ? vocabulary : null, visitor.contains(QR),
                visitor.stream().anyMatch(parameter -> UrlQuery.name(parameter).equals(NO_TRACK)));
    }

    /** @return the campaign that the destination names */
    public Utm utm() {
        return Utm.of(url);
    }

    /** @return the address for somebody who is not counted, and what is kept of a click */
    public String location() {
        return url.toString();
    }

    /** @return the address for a counted click */
    public String location(String clickId) {
        if (paymentLink != null) {
            return url.with(CLIENT_REFERENCE, paymentLink.referencePrefix() + clickId).toString();
        }
        return click == null ? location() : url.with(click.clickParameter(), clickId).toString();
    }

    private static Stream<Vocabulary> marked(String parameter) {
        return UrlQuery.value(parameter).equals("1")
                ? Stream.of(Vocabulary.values())
                        .filter(vocabulary -> vocabulary.paymentLinkMarker().equals(UrlQuery.name(parameter)))
                : Stream.empty();
    }

    /** Whatever its case: a site that does not heed the case of names would take it for ours. */
    private static boolean reserved(String parameter) {
        return RESERVED.contains(UrlQuery.name(parameter).strip().toLowerCase(Locale.ROOT));
    }
}
