package org.conversions.address;

import java.util.List;
import org.conversions.platform.TextColumn;

/**
 * The campaign that an address names. The address is the truth; these are its words, cut to what a column holds.
 * Each is null when the address does not say it.
 */
public record Utm(String source, String medium, String campaign, String term, String content) {

    /** The names in a query and in the API. */
    public static final List<String> PARAMETERS =
            List.of("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content");
    public static final int LENGTH_MAX = TextColumn.LENGTH_MAX;

    public static Utm of(UrlQuery url) {
        return new Utm(word(url, "utm_source"), word(url, "utm_medium"), word(url, "utm_campaign"),
                word(url, "utm_term"), word(url, "utm_content"));
    }

    private static String word(UrlQuery url, String parameter) {
        return url.first(parameter).filter(word -> !word.isEmpty())
                .map(word -> TextColumn.cut(word, LENGTH_MAX)).orElse(null);
    }
}
