package org.conversions.account;

/**
 * The browser that a session is begun in.
 *
 * @param userAgent as it names itself; null when it does not
 * @param network   the network that it comes from
 */
public record Browser(String userAgent, String network) {
}
