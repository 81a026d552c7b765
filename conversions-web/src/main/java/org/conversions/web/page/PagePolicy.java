package org.conversions.web.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the Content-Security-Policy of the pages: nothing but this server's own files, no script in a document except the
 * import map, which browsers take from there only and which is allowed by its hash, and no text that becomes markup
 * except through the library that the pages are made with.
 *
 * @param pages    the policy of what stands by itself
 * @param embedded the policy of what any site may put into a frame, which sends no form
 */
public record PagePolicy(String pages, String embedded) {

    private static final Pattern IMPORT_MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final String MARKUP = "; require-trusted-types-for 'script'; trusted-types lit-html";

    /** @param document the one that shows every page; the others have its import map */
    static PagePolicy of(String document) {
        Matcher map = IMPORT_MAP.matcher(document);
        String script = "script-src 'self'" + (map.find() ? " 'sha256-" + sha256(map.group(1)) + "'" : "");
        return new PagePolicy("default-src 'self'; " + script + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'" + MARKUP,
                "default-src 'none'; " + script + "; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors *" + MARKUP);
    }

    /** @return the import map of a document, with its tags; empty where it has none */
    static String importMap(String document) {
        Matcher map = IMPORT_MAP.matcher(document);
        return map.find() ? map.group() : "";
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
