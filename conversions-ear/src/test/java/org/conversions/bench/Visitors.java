package org.conversions.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * People who follow short links: each comes once, from an address of their own, with one of 5,000 browser strings, to
 * one of the links; some browsers and some links are met far more often than others.
 */
final class Visitors {

    private static final int BROWSERS = 5_000;
    private static final String[] SYSTEMS = {"Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7",
        "X11; Linux x86_64", "Linux; Android 14; Pixel 8", "Linux; Android 13; SM-S918B", "iPhone; CPU iPhone OS 17_5 like Mac OS X",
        "iPad; CPU OS 17_4 like Mac OS X", "X11; CrOS x86_64 14541.0.0"};
    private static final List<String> BROWSER_STRINGS = browserStrings();

    private final String host;
    private final List<String> paths;
    private final Zipf links;
    private final Zipf browsers = new Zipf(BROWSERS);

    Visitors(URI server, List<String> paths) {
        this.host = server.getAuthority();
        this.paths = paths;
        this.links = new Zipf(paths.size());
    }

    /** @param n which visitor this is, in all phases of a run @return the bytes of the request */
    byte[] request(long n) {
        SplittableRandom random = new SplittableRandom(n);
        return ("GET " + paths.get(links.next(random)) + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: "
                + BROWSER_STRINGS.get(browsers.next(random)) + "\r\nX-Forwarded-For: " + address(n)
                + "\r\nAccept-Language: en\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String address(long n) {
        return "20." + (n >> 16 & 255) + '.' + (n >> 8 & 255) + '.' + (n & 255);
    }

    private static List<String> browserStrings() {
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < BROWSERS; i++) {
            String system = SYSTEMS[i % SYSTEMS.length];
            int version = 60 + i / SYSTEMS.length % 90;
            int build = 1000 + i;
            strings.add(i % 3 == 0
                    ? "Mozilla/5.0 (" + system + "; rv:" + version + ".0) Gecko/20100101 Firefox/" + version + "." + i % 10
                    : "Mozilla/5.0 (" + system + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version + ".0." + build
                            + "." + i % 200 + " Safari/537.36");
        }
        return strings;
    }
}
