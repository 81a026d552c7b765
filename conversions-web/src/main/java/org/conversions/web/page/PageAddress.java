package org.conversions.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the pages, read. Files are asked for below a version of all of them, {@code /app/v-0123456789ab/…}, or by
 * their plain name; everything else below {@code /app/} is an address of a page, which the script of the pages shows.
 *
 * @param file    the path of the file that is asked for by its name
 * @param version the version in the address; null for none
 * @param page    the word that names a page; empty for the first one
 */
record PageAddress(String file, String version, String page) {

    static final String BASE = "/app/";
    /** The document that shows every page. */
    static final String SHELL = BASE + "index.html";

    /** The address of the partner portal, whose script finds its views behind the #. */
    static final String PARTNERS = "/partners/";
    /** The document of the partner portal. */
    static final String PORTAL = BASE + "portal/index.html";
    /** The document that a merchant's page puts into a frame. */
    static final String EMBED = BASE + "embed/index.html";

    /** The files that bring the pages, by the word of their address; router.js says the same. */
    static final Map<String, String> BUNDLES = bundles(Map.of("overview", List.of("", "share"),
            "account", List.of("login", "forgot", "reset", "invitation", "setup", "authorize"), "links", List.of("links"),
            "money", List.of("customers", "sales"), "partners", List.of("partners"),
            "settings", List.of("start", "stripe", "workspace", "keys", "members", "apps", "security", "system")));

    private static final String SHARED = "/share/";
    private static final String AUTHORIZE = "/oauth/authorize";
    private static final Pattern VERSIONED = Pattern.compile("/app/(v-[0-9a-f]{12})/(.+)");

    /** @param path as it came, without the query; @return empty for what is not of the pages */
    static Optional<PageAddress> of(String path) {
        if (path.equals(AUTHORIZE) || path.equals(AUTHORIZE + '/')) {
            return Optional.of(new PageAddress(SHELL, null, "authorize"));
        }
        if (path.startsWith(SHARED) && path.length() > SHARED.length()) {
            return Optional.of(new PageAddress(SHELL, null, "share"));
        }
        if (path.equals(PARTNERS)) {
            return Optional.of(new PageAddress(PORTAL, null, null));
        }
        if (!path.startsWith(BASE)) {
            return Optional.empty();
        }
        Matcher versioned = VERSIONED.matcher(path);
        if (versioned.matches()) {
            return Optional.of(new PageAddress(BASE + versioned.group(2), versioned.group(1), null));
        }
        String rest = path.substring(BASE.length());
        int end = rest.indexOf('/');
        return Optional.of(new PageAddress(path.endsWith("/") ? path + "index.html" : path, null,
                end < 0 ? rest : rest.substring(0, end)));
    }

    private static Map<String, String> bundles(Map<String, List<String>> pages) {
        Map<String, String> bundles = new TreeMap<>();
        pages.forEach((bundle, words) -> words.forEach(word -> bundles.put(word, "bundles/" + bundle + ".js")));
        return bundles;
    }
}
