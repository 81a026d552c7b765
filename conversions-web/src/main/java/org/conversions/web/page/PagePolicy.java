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
 */
final class PagePolicy {

    private static final Pattern IMPORT_MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private PagePolicy() {
    }

    /** @param document the one that shows every page */
    static String of(String document) {
        Matcher map = IMPORT_MAP.matcher(document);
        String allowed = map.find() ? " 'sha256-" + sha256(map.group(1)) + "'" : "";
        return "default-src 'self'; script-src 'self'" + allowed + "; object-src 'none'; base-uri 'none'; "
                + "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
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
