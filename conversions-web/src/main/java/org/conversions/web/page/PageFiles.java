package org.conversions.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conversions.platform.secret.TokenHash;

/**
 * The files of the pages. Documents name the others by a version that is worked out from the content of all of them, so
 * that browsers may keep what they have for ever and still get all that is new after an update.
 */
@ApplicationScoped
public class PageFiles {

    /** What documents write in the place of the version. */
    private static final String PLACE = "{version}";
    /** What the document that shows every page writes in the place of what its page needs. */
    private static final String PRELOADS = "{preloads}";
    /** What the other documents write in the place of the import map of that one, which the policy knows. */
    private static final String IMPORT_MAP = "{import-map}";
    /** The documents that show no page, by their path, with the module that each begins with. */
    private static final Map<String, String> APART = Map.of(PageAddress.PORTAL, "portal/shell.js", PageAddress.EMBED, "embed/referrals.js");
    private static final int VERSION_LENGTH = 12;

    @Inject
    private ServletContext context;

    private final SortedMap<String, PageFile> files = new TreeMap<>();
    /** By the word of the page: the document that shows it, which names all that it needs. */
    private final SortedMap<String, PageFile> pages = new TreeMap<>();
    private String version;
    private PagePolicy policy;

    @PostConstruct
    void read() {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        collect(PageAddress.BASE, contents);
        StringBuilder all = new StringBuilder();
        contents.forEach((path, bytes) -> all.append(path).append(' ').append(new String(bytes, StandardCharsets.ISO_8859_1)));
        version = "v-" + TokenHash.sha256(all.toString()).substring(0, VERSION_LENGTH);
        contents.forEach((path, bytes) -> files.put(path, PageFile.of(path, path.endsWith(".html") ? versioned(bytes) : bytes)));
        String shell = text(contents.remove(PageAddress.SHELL));
        ModulePreloads preloads = new ModulePreloads(shell, path -> text(contents.get(PageAddress.BASE + path)));
        PageAddress.BUNDLES.forEach((page, bundle) -> pages.put(page, PageFile.of(PageAddress.SHELL,
                versioned(shell.replace(PRELOADS, preloads.links("shell.js", bundle)).getBytes(StandardCharsets.UTF_8)))));
        files.put(PageAddress.SHELL, PageFile.of(PageAddress.SHELL, versioned(shell.replace(PRELOADS, preloads.links("shell.js"))
                .getBytes(StandardCharsets.UTF_8))));
        APART.forEach((path, module) -> files.put(path, PageFile.of(path, versioned(text(contents.get(path))
                .replace(IMPORT_MAP, PagePolicy.importMap(shell)).replace(PRELOADS, preloads.links(module)).getBytes(StandardCharsets.UTF_8)))));
        policy = PagePolicy.of(text(files.get(PageAddress.SHELL).bytes()));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private void collect(String folder, SortedMap<String, byte[]> contents) {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : paths) {
            if (path.endsWith("/")) {
                collect(path, contents);
            } else {
                contents.put(path, bytes(path));
            }
        }
    }

    private byte[] bytes(String path) {
        try (InputStream stream = context.getResourceAsStream(path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] versioned(byte[] document) {
        return new String(document, StandardCharsets.UTF_8).replace(PLACE, version).getBytes(StandardCharsets.UTF_8);
    }

    /** @return what browsers may do with the pages, and with the one that other sites frame */
    public PagePolicy policy() {
        return policy;
    }

    String version() {
        return version;
    }

    /** @param page the word that names it; @return its document */
    Optional<PageFile> page(String page) {
        return Optional.ofNullable(pages.get(page));
    }

    Optional<PageFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
