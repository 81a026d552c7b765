package org.conversions.link;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.conversions.platform.Json;

/**
 * The behaviour of a link beyond leading to its destination. What is null or empty asks for nothing.
 *
 * @param expiresAt       from then on the link leads to {@code expiredUrl}, or nowhere
 * @param disabledAt      since then it leads nowhere
 * @param password        that a visitor has to know, in clear
 * @param rewrite         whether the destination is shown in a frame under the short link's address
 * @param doIndex         whether search engines may list the short link
 * @param publicStats     kept for older clients; there is no public page of figures
 * @param ios             where visitors with an iPhone or iPad are sent
 * @param android         where visitors with Android are sent
 * @param geo             where visitors of a country are sent, by its two capital letters
 */
public record LinkRules(Instant expiresAt, String expiredUrl, Instant disabledAt, String password, LinkPreview preview,
                        boolean rewrite, boolean doIndex, boolean publicStats, String ios, String android,
                        Map<String, String> geo, LinkExperiment experiment) {

    public static final LinkRules NONE = new LinkRules(null, null, null, null, LinkPreview.NONE, false,
            false, false, null, null, Map.of(), LinkExperiment.NONE);

    /** @return whether the link leads nowhere since it was disabled, whatever its other rules say */
    public boolean disabled() {
        return disabledAt != null;
    }

    /** @return whether the link has had its time */
    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** @return all addresses that a visitor may be sent to beside the link's own destination */
    Stream<String> addresses() {
        return Stream.of(Stream.of(expiredUrl, ios, android).filter(Objects::nonNull), geo.values().stream(),
                experiment.variants().stream().map(TestVariant::url)).flatMap(each -> each);
    }

    /** @return about how many characters it holds */
    public int length() {
        return Stream.concat(addresses(), preview.texts())
                .mapToInt(String::length).sum();
    }

    /** Leaves the password out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "LinkRules[password " + (password == null ? "none" : "set") + ", expires " + expiresAt + ']';
    }

    /** @param json as it is stored, or null */
    public static Map<String, String> geoOf(String json) {
        Map<String, String> countries = new TreeMap<>();
        if (json != null) {
            Json.read(json).properties().forEach(target -> countries.put(target.getKey(), target.getValue().asText()));
        }
        return countries;
    }
}
