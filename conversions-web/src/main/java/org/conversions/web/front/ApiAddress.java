package org.conversions.web.front;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/**
 * Tells requests for the API from visits of short links. The API is below /api and, because some clients can be given a
 * host and no path, at the root as well. There it shares the addresses with short links: a visitor who opens /links
 * gets the link with that key, and a program that brings a key, or wants more than to read, gets the API.
 */
final class ApiAddress {

    static final String ROOT = "/api";

    /** The first words of the API's addresses. */
    static final Set<String> NOUNS = Set.of("analytics", "bounties", "commissions", "customers", "discount-codes",
            "domains", "embed", "events", "exchange-rates", "folders", "groups", "keys", "leads", "links", "metatags", "partners", "payouts",
            "program", "programs", "qr", "rewards", "sales", "statements", "stripe", "tags", "tokens", "track", "workspace",
            "workspaces");

    private static final String FORM = "application/x-www-form-urlencoded";

    private ApiAddress() {
    }

    /** @return whether the API answers, at whichever address */
    static boolean of(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ROOT + '/') || atRoot(request);
    }

    /** @return whether the API answers, although the address is not below /api */
    static boolean atRoot(HttpServletRequest request) {
        return atRoot(request.getMethod(), request.getRequestURI(), request.getHeader("Authorization") != null,
                request.getContentType());
    }

    static boolean atRoot(String method, String path, boolean withKey, String contentType) {
        boolean reading = method.equals("GET") || method.equals("HEAD");
        // A visitor who gives the password of a link fills in a form.
        boolean form = contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM);
        return (withKey || !reading && !form) && NOUNS.contains(firstWord(path));
    }

    private static String firstWord(String path) {
        int slash = path.indexOf('/', 1);
        return path.length() < 2 ? "" : path.substring(1, slash < 0 ? path.length() : slash);
    }
}
