package org.conversions.web.page;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a document's modules import, so that browsers ask for all of them at once and not for one after the other. Pure.
 */
final class ModulePreloads {

    /** An import that stands at the beginning; one that the script decides on has a parenthesis. */
    private static final Pattern IMPORT = Pattern.compile("(?:\\bimport|\\bfrom)\\s*[\"']([^\"']+)[\"']");
    private static final Pattern MAPPED = Pattern.compile("\"([^\"]+)\"\\s*:\\s*\"/app/\\{version\\}/([^\"]+)\"");

    private final Function<String, String> source;
    /** From what modules write to a file, or to a folder where it ends with a slash. */
    private final Map<String, String> mapped = new TreeMap<>();

    /**
     * @param document with the import map
     * @param source   gives the text of a file by its path below /app/, or null where there is none
     */
    ModulePreloads(String document, Function<String, String> source) {
        this.source = source;
        Matcher entries = MAPPED.matcher(document);
        while (entries.find()) {
            mapped.put(entries.group(1), entries.group(2));
        }
    }

    /** @return the paths of the modules themselves and of all that they import, in the order in which they are met */
    Set<String> of(String... modules) {
        Set<String> found = new LinkedHashSet<>();
        Stream.of(modules).forEach(module -> add(module, found));
        return found;
    }

    /** @return the same as links of a document */
    String links(String... modules) {
        return of(modules).stream().map(path -> "<link rel=\"modulepreload\" href=\"/app/{version}/" + path + "\">")
                .collect(Collectors.joining("\n  "));
    }

    private void add(String path, Set<String> found) {
        String text = source.apply(path);
        if (text == null || !found.add(path)) {
            return;
        }
        Matcher imports = IMPORT.matcher(text);
        while (imports.find()) {
            String target = target(path, imports.group(1));
            if (target != null) {
                add(target, found);
            }
        }
    }

    private String target(String path, String written) {
        if (written.startsWith(".")) {
            return URI.create("/" + path).resolve(written).getPath().substring(1);
        }
        if (mapped.containsKey(written)) {
            return mapped.get(written);
        }
        return mapped.entrySet().stream().filter(entry -> entry.getKey().endsWith("/") && written.startsWith(entry.getKey()))
                .map(entry -> entry.getValue() + written.substring(entry.getKey().length())).findFirst().orElse(null);
    }
}
