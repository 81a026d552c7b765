package org.conversions.redirect;

import java.util.stream.Stream;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;

/** A person with a browser. It keeps no cookies: a test that wants one to come back sends it. */
public final class Visitor {

    public static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0.0.0 Safari/537.36";

    private final Api browser = ConversionsServer.shared().api(null);

    /**
     * @param address path and query of a short link
     * @param headers names and values by turns; they win over the browser's own
     */
    public Answer opens(String address, String... headers) {
        return browser.get(address, Stream.concat(Stream.of("User-Agent", BROWSER), Stream.of(headers))
                .toArray(String[]::new));
    }

    /** Returns the address that the visitor is sent to. */
    public String isSentTo(String address, String... headers) {
        Answer answer = opens(address, headers);
        if (answer.status() != 302) {
            throw new AssertionError(address + " answers " + answer.status() + ": " + answer.body());
        }
        return answer.header("Location");
    }
}
