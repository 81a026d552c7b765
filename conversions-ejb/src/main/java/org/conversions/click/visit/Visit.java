package org.conversions.click.visit;

/**
 * A request for a short link, as the click room needs it. Texts are as the browser sent them, null when it did not.
 *
 * @param purpose    the statement of a browser that fetches a page before a person has asked for it
 * @param address    the visitor's IP address, a proxy's statement already weighed
 * @param proxyPlace the place of the visitor that a trusted proxy states
 */
public record Visit(String method, String userAgent, String purpose, String refererUrl, String address,
                    Place proxyPlace) {
}
