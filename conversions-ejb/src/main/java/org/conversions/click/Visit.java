package org.conversions.click;

/**
 * A request for a short link, as the click room needs it. Texts are as the browser sent them, null when it did not.
 *
 * @param purpose    what a browser says when it fetches a page that nobody has asked for yet
 * @param address    the visitor's IP address, a proxy's statement already weighed
 * @param proxyPlace where a trusted proxy says that the visitor is
 */
public record Visit(String method, String userAgent, String purpose, String refererUrl, String address,
                    Place proxyPlace) {
}
