package org.conversions.click.visit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Separates people from programs: a program is sent on, but it is no click. Browsers inside apps are people; the fetches
 * of apps and chat services that draw a preview are not.
 */
public final class BotFilter {

    /** Parts of the names by which programs call themselves, in lower case. */
    private static final List<String> PROGRAMS = List.of(
            // crawlers and what watches sites
            "bot", "crawl", "spider", "slurp", "scrape", "scrapy", "archiver", "validator", "checker", "monitor",
            "uptime", "pingdom", "lighthouse", "pagespeed", "google-", "-google", "googleother", "mediapartners",
            "yandeximages", "bytespider", "chatgpt-user", "perplexity", "feedparser", "http://", "https://", "@",
            // previews and scanners of messages
            "preview", "prerender", "facebookexternalhit", "facebookcatalog", "meta-externalagent", "embedly",
            "iframely", "vkshare", "outbrain", "flipboardproxy", "nuzzel", "xing-contenttabreceiver", "proofpoint",
            "barracuda", "mimecast",
            // driven browsers
            "headless", "phantomjs", "puppeteer", "playwright", "selenium",
            // libraries and tools
            "curl/", "wget", "libwww", "lwp-", "httpie", "postman", "insomnia", "python", "aiohttp", "httpx", "urllib",
            "java/", "java-http", "okhttp", "httpclient", "http-client", "http_request", "go-http", "node-fetch",
            "node.js", "undici", "axios", "ruby", "perl", "php", "guzzle", "dart:io", "dalvik", "cfnetwork",
            "restsharp", "winhttp", "powershell");

    /** Names of people's devices that contain one of those parts, in lower case. */
    private static final List<String> NOT_PROGRAMS = List.of("cubot");

    /** The beginning of the name of a fetch for a preview; people come with the browser of their phone. */
    private static final String WHATSAPP = "whatsapp";

    private BotFilter() {
    }

    /** @return whether a person has clicked: a GET by a browser that shows the page to a person */
    public static boolean isPerson(Visit visit) {
        return uncounted(visit).isEmpty();
    }

    /** @return the reason why the visit is no click; empty when a person has clicked */
    public static Optional<Uncounted> uncounted(Visit visit) {
        return uncounted(visit, isProgram(visit.userAgent()));
    }

    /** Says the same where it is known whether a program of that name comes. */
    public static Optional<Uncounted> uncounted(Visit visit, boolean program) {
        if (program) {
            return Optional.of(Uncounted.BOT);
        }
        if (!"GET".equals(visit.method())) {
            return Optional.of(Uncounted.HEAD);
        }
        return isPrefetch(visit.purpose()) ? Optional.of(Uncounted.PREFETCH) : Optional.empty();
    }

    private static boolean isPrefetch(String purpose) {
        if (purpose == null) {
            return false;
        }
        String lower = purpose.toLowerCase(Locale.ROOT);
        return lower.contains("prefetch") || lower.contains("prerender") || lower.contains("preview");
    }

    /** @return whether what names itself so is a program; so is what does not name itself */
    static boolean isProgram(String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return true;
        }
        String lower = userAgent.toLowerCase(Locale.ROOT);
        for (String name : NOT_PROGRAMS) {
            lower = lower.replace(name, "");
        }
        return lower.startsWith(WHATSAPP) || PROGRAMS.stream().anyMatch(lower::contains);
    }
}
