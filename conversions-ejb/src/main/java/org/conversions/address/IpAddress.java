package org.conversions.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses. A name is never looked up, and an IPv4 address that is written as IPv6 is IPv4. */
public final class IpAddress {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    /** A port as some proxies write it: behind IPv4, or behind the brackets of IPv6. */
    private static final Pattern PORT = Pattern.compile("(?<=^[0-9.]{7,15}|\\]):[0-9]{1,5}$");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]+");
    /** One customer of a network provider has at least this much of an IPv6 address, and can use all below it. */
    private static final int IPV6_NETWORK = 8;
    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 6;

    private IpAddress() {
    }

    /** @param text an address, with or without the brackets and the zone of IPv6, and with or without a port */
    public static Optional<InetAddress> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        byte[] octets = plainIpv4(text);
        if (octets != null) {
            return Optional.of(address(octets));
        }
        String address = PORT.matcher(text.strip()).replaceFirst("");
        if (address.startsWith("[") && address.endsWith("]")) {
            address = address.substring(1, address.length() - 1);
        }
        int zone = address.indexOf('%');
        if (zone >= 0) {
            address = address.substring(0, zone);
        }
        if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * Shortens a visitor's address to what is stored of it: IPv4 without its last octet, IPv6 without its last 80 bits.
     *
     * @return empty when it is no address
     */
    public static String anonymous(String text) {
        return parse(text).map(IpAddress::anonymous).orElse("");
    }

    /**
     * Names the network that counts as one caller where visits or tries are limited.
     *
     * @return an IPv4 address, or the network that an IPv6 address is in, in hexadecimal digits; what is no address stays
     *         as it is, and null is the empty text
     */
    public static String network(String text) {
        return parse(text).map(InetAddress::getAddress)
                .map(octets -> HexFormat.of().formatHex(octets, 0, Math.min(octets.length, IPV6_NETWORK)))
                .orElse(text == null ? "" : text);
    }

    /**
     * Judges whether an address is of this machine itself. As a visitor's it means that a proxy here did not say whose
     * request it passed on, so that it stands for all visitors who come by it.
     */
    public static boolean isOfThisMachine(String text) {
        return parse(text).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static String anonymous(InetAddress address) {
        byte[] octets = address.getAddress();
        Arrays.fill(octets, octets.length == 4 ? IPV4_KEPT : IPV6_KEPT, octets.length, (byte) 0);
        return address(octets).getHostAddress();
    }

    /** @return the octets of an IPv4 address in its usual form; null for everything else, which may be an address all the same */
    private static byte[] plainIpv4(String text) {
        byte[] octets = new byte[4];
        int octet = 0;
        int digits = 0;
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= '0' && character <= '9' && !(digits > 0 && value == 0)) {
                value = value * 10 + character - '0';
                if (++digits > 3 || value > 255) {
                    return null;
                }
            } else if (character == '.' && digits > 0 && octet < 3) {
                octets[octet++] = (byte) value;
                digits = 0;
                value = 0;
            } else {
                return null;
            }
        }
        octets[octet] = (byte) value;
        return octet == 3 && digits > 0 ? octets : null;
    }

    private static InetAddress address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has lost its length", e);
        }
    }
}
