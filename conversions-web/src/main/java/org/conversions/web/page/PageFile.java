package org.conversions.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.conversions.platform.secret.TokenHash;

/**
 * A file of the pages, ready to be sent.
 *
 * @param tag what distinguishes it from others, for browsers that have it already
 */
record PageFile(String type, byte[] bytes, byte[] zipped, String tag) {

    private static final int TAG_LENGTH = 24;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8", "js", "text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml", "png", "image/png");

    static PageFile of(String path, byte[] bytes) {
        String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/plain;charset=UTF-8");
        return new PageFile(type, bytes, zip(bytes),
                TokenHash.sha256(new String(bytes, StandardCharsets.ISO_8859_1)).substring(0, TAG_LENGTH));
    }

    private static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
