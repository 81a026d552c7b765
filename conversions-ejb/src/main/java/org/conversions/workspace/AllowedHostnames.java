package org.conversions.workspace;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.conversions.address.Host;
import org.conversions.platform.RequestRefused;

/**
 * The sites whose pages may report clicks, leads and sales. Pure.
 *
 * @param names {@code example.com} for one host, with and without www; {@code *.example.com} for all hosts below it and
 *              not itself. Empty: every site
 */
public record AllowedHostnames(List<String> names) {

    /** No list: every site may. */
    public static final AllowedHostnames EVERY = new AllowedHostnames(List.of());
    static final int NAMES_MAX = 100;

    private static final int LENGTH_MAX = 253;
    private static final Pattern NAME =
            Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final String BELOW = "*.";

    public AllowedHostnames {
        names = List.copyOf(names);
    }

    /**
     * @param written as a merchant writes them
     * @throws RequestRefused unprocessable, naming the one that is none
     */
    static AllowedHostnames checked(List<String> written) {
        return checked("allowedHostnames", written);
    }

    /**
     * @param field where it is written, for the message
     * @throws RequestRefused unprocessable, naming the one that is none
     */
    public static AllowedHostnames checked(String field, List<String> written) {
        if (written.size() > NAMES_MAX) {
            throw RequestRefused.unprocessable("field_too_many", field + ": must be at most " + NAMES_MAX);
        }
        return new AllowedHostnames(written.stream().map(name -> checked(field, name)).distinct().toList());
    }

    /** Reads what {@link #text} wrote. */
    static AllowedHostnames parse(String text) {
        return text == null ? EVERY : new AllowedHostnames(List.of(text.split("\n")));
    }

    /** @return one a line; null for none */
    String text() {
        return names.isEmpty() ? null : String.join("\n", names);
    }

    /**
     * Judges whether a page may report. A browser names its origin with every call to another site; older ones name the page.
     *
     * @param origin  the {@code Origin} header, or null
     * @param referer the {@code Referer} header, which counts when there is no origin; or null
     * @return false when there is a list and neither header names a host of it
     */
    public boolean allows(String origin, String referer) {
        return allows(origin != null ? origin : referer);
    }

    /** @return false when there is a list and the address names no host of it */
    public boolean allows(String url) {
        return names.isEmpty() || Host.of(url).map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> names.stream().anyMatch(name -> matches(name, host))).isPresent();
    }

    private static boolean matches(String name, String host) {
        return name.startsWith(BELOW) ? host.endsWith(name.substring(1)) && host.length() >= name.length()
                : Host.bare(name).equals(Host.bare(host));
    }

    private static String checked(String field, String written) {
        String name = written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
        boolean below = name.startsWith(BELOW);
        try {
            // Browsers write other alphabets in the letters of the domain system.
            String host = Host.ascii(below ? name.substring(BELOW.length()) : name);
            String ascii = below ? BELOW + host : host;
            if (ascii.length() <= LENGTH_MAX && NAME.matcher(ascii).matches()) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw malformed(field, written);
        }
        throw malformed(field, written);
    }

    private static RequestRefused malformed(String field, String written) {
        return RequestRefused.unprocessable("field_malformed",
                field + ": must be like example.com or *.example.com, not " + written);
    }
}
