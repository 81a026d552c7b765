package org.conversions.address;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads hosts as people, browsers and addresses write them. Pure. */
public final class Host {

    private static final String WWW = "www.";
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");

    private Host() {
    }

    /** @return the host of an address, as it stands there; empty for null and for what names none */
    public static Optional<String> of(String url) {
        try {
            return url == null ? Optional.empty() : Optional.ofNullable(new URI(url.strip()).getHost());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** @param host in lower case @return the host without a leading {@code www.}, which stands for the same site */
    public static String bare(String host) {
        return host.startsWith(WWW) ? host.substring(WWW.length()) : host;
    }

    /** @return the host of a host and a port, or the host itself */
    public static String withoutPort(String hostAndPort) {
        return PORT.matcher(hostAndPort).replaceFirst("");
    }

    /**
     * @return the host in lower case, letters of other scripts in the form that the domain system and browsers use
     * @throws IllegalArgumentException for what has no such form
     */
    public static String ascii(String host) {
        return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    }
}
