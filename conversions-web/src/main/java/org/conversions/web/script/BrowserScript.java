package org.conversions.web.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * The browser script under one of its names: the files beside this class, one after the other in one function, without
 * their comments. Three parts are there only when the name says so, because a page should load no more than it uses.
 *
 * @param text   the script
 * @param zipped the same, compressed
 * @param tag    changes with the text
 */
record BrowserScript(byte[] text, byte[] zipped, String tag) {

    /**
     * The parts of the script, in the order in which they are put together.
     *
     * @param option what the name must hold; null for always
     */
    private record Part(String file, String option) {
    }

    private static final List<Part> PARTS = List.of(
            new Part("settings", null),
            new Part("click-id", null),
            new Part("api", null),
            new Part("click", null),
            new Part("partner", null),
            new Part("decoration", null),
            new Part("site-visit", ".site-visit"),
            new Part("outbound-domains", ".outbound-domains"),
            new Part("conversion-tracking", ".conversion-tracking"),
            new Part("forms", ".conversion-tracking"),
            new Part("stripe", null),
            new Part("page", null));

    /** A page that loads the script twice is counted once. */
    private static final String OPENING = """
            /*! Conversions, Apache License 2.0. The server's sources have this script in parts, with comments. */
            (() => {
            'use strict';
            if (window.conversionsScript) {
              console.warn('Conversions: this page loads the script twice, and the first one counts');
              return;
            }
            window.conversionsScript = true;
            """;
    private static final String CLOSING = "})();\n";

    /** @param name such as {@code script.site-visit.js} */
    static BrowserScript named(String name) {
        String text = PARTS.stream()
                .filter(part -> part.option() == null || name.contains(part.option()))
                .map(part -> withoutComments(read(part.file() + ".js")))
                .collect(Collectors.joining("", OPENING, CLOSING));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new BrowserScript(bytes, zip(bytes), UUID.nameUUIDFromBytes(bytes).toString());
    }

    /** Comments of the parts stand on lines of their own. */
    private static String withoutComments(String part) {
        return part.lines()
                .filter(line -> !line.isBlank() && !line.strip().matches("(//|/\\*|\\*).*"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String read(String file) {
        try (InputStream in = BrowserScript.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
