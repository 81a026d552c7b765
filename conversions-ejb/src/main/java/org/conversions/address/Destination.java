package org.conversions.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;

/**
 * The addresses that a link may lead to: absolute web addresses without a login in them that are none of our own short
 * links.
 */
public final class Destination {

    public static final int LENGTH_MAX = 32_000;

    private static final Pattern WEB = Pattern.compile("(https?)://([^/?#]*)(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\[\\]:]+)(?::([0-9]{1,5}))?");
    private static final Pattern HOST = Pattern.compile("\\[.*]|[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_.])?");
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?";
    private static final int PORT_MAX = 65_535;

    private final String field;
    private final String shortDomain;

    private Destination(String field, String shortDomain) {
        this.field = field;
        this.shortDomain = shortDomain;
    }

    /**
     * Checks an address and writes it so that it can stand in a {@code Location} header: a host in letters of another
     * script becomes its ASCII form, and what an address may not hold (a space, a letter with an accent, a percent sign
     * that begins nothing) is percent-encoded. Everything else stays as it came.
     *
     * @param field       what the address is called in a refusal
     * @param shortDomain host and, unless it is the scheme's own, port of our short links
     * @throws RequestRefused unprocessable, with the rule that is broken
     */
    public static String check(String field, String url, String shortDomain) {
        return new Destination(field, shortDomain).checked(url);
    }

    /** Checks an address that no visitor is sent to, such as a picture's: it may be one of ours. */
    public static String check(String field, String url) {
        return check(field, url, "");
    }

    /** @param checked a result of {@link #check} @return its host without port and without a leading {@code www.} */
    public static String host(String checked) {
        Matcher web = WEB.matcher(checked);
        if (!web.matches()) {
            throw new IllegalArgumentException("An address that was not checked");
        }
        return Host.bare(Host.withoutPort(web.group(2)));
    }

    private String checked(String url) {
        if (url == null || url.isBlank()) {
            throw refused("field_missing", "is required");
        }
        String text = url.strip();
        if (text.length() > LENGTH_MAX) {
            throw refused("field_too_long", "must not be longer than " + LENGTH_MAX + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw refused("field_malformed", "must not contain control characters");
        }
        Matcher web = WEB.matcher(text);
        if (!web.matches()) {
            throw refused("field_malformed", "must be an absolute address that begins with http:// or https://");
        }
        String scheme = web.group(1).toLowerCase(Locale.ROOT);
        String authority = authority(scheme, web.group(2));
        if (authority.equals(shortDomain.toLowerCase(Locale.ROOT))) {
            throw refused("redirect_loop", "must not lead back to " + shortDomain);
        }
        String result = scheme + "://" + authority + encoded(web.group(3));
        if (result.length() > LENGTH_MAX) {
            throw refused("field_too_long",
                    "must not be longer than " + LENGTH_MAX + " characters when it is percent-encoded");
        }
        try {
            return new URI(result).toString();
        } catch (URISyntaxException e) {
            throw refused("field_malformed", "is not a valid address: " + e.getReason());
        }
    }

    /** @return host and port as addresses are compared: lower case, ASCII, without the scheme's own port */
    private String authority(String scheme, String text) {
        if (text.indexOf('@') >= 0) {
            throw refused("field_malformed", "must not contain a user name or password");
        }
        Matcher matcher = AUTHORITY.matcher(text);
        if (!matcher.matches()) {
            throw refused("field_malformed", "must name a host");
        }
        String host = ascii(matcher.group(1));
        if (!HOST.matcher(host).matches()) {
            throw refused("field_malformed", "must name a valid host");
        }
        String port = matcher.group(2);
        if (port == null) {
            return host;
        }
        int number = Integer.parseInt(port);
        if (number == 0 || number > PORT_MAX) {
            throw refused("field_malformed", "must name a valid port");
        }
        return number == (scheme.equals("https") ? 443 : 80) ? host : host + ':' + number;
    }

    private String ascii(String host) {
        if (host.startsWith("[")) {
            return host.toLowerCase(Locale.ROOT);
        }
        try {
            String ascii = Host.ascii(host);
            return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        } catch (IllegalArgumentException e) {
            throw refused("field_malformed", "must name a valid host");
        }
    }

    private String encoded(String rest) {
        StringBuilder text = new StringBuilder(rest.length() + 16);
        boolean inPath = true;
        boolean inFragment = false;
        for (int i = 0; i < rest.length(); ) {
            int point = rest.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw refused("field_malformed", "must not contain half a character");
            }
            boolean hash = point == '#' && !inFragment;
            inFragment |= hash;
            inPath &= !hash && point != '?';
            boolean bracket = (point == '[' || point == ']') && !inPath;
            if (hash || bracket || UrlQuery.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0
                    || PercentEncoding.octet(rest, i) >= 0) {
                text.appendCodePoint(point);
            } else {
                PercentEncoding.escape(text, point);
            }
            i += Character.charCount(point);
        }
        return text.toString();
    }

    private RequestRefused refused(String reason, String rule) {
        return RequestRefused.unprocessable(reason, field + ": " + rule);
    }
}
