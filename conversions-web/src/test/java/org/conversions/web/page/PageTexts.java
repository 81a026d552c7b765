package org.conversions.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a part of the pages in one language, read from their module: what they are by the paths of their keys. */
final class PageTexts {

    private static final Pattern KEY = Pattern.compile("(?:(\\w+)|['\"]([^'\"]*)['\"]):\\s+");
    private static final Pattern FUNCTION = Pattern.compile("(\\w+|\\([^()]*\\)) =>", Pattern.DOTALL);

    /** By path, such as "roles.owner": text, markup, list, or function with its number of values. */
    final Map<String, String> kinds = new LinkedHashMap<>();
    /** What simply stands there, by path. */
    final Map<String, String> texts = new LinkedHashMap<>();
    private final String source;

    PageTexts(String source) {
        this.source = source;
        object(source.indexOf("export default {") + "export default {".length(), "");
    }

    /** Reads the keys of an object. @return behind the brace that closes it */
    private int object(int from, String path) {
        int at = from;
        while (true) {
            at = skipSpace(at);
            if (source.charAt(at) == '}') {
                return at + 1;
            }
            Matcher key = KEY.matcher(source).region(at, source.length());
            if (!key.lookingAt()) {
                throw new IllegalStateException("No key of a text: " + source.substring(at, Math.min(at + 60, source.length())));
            }
            String name = path + (key.group(1) != null ? key.group(1) : key.group(2));
            at = source.charAt(key.end()) == '{' ? object(key.end() + 1, name + ".") : value(key.end(), name);
            at = skipSpace(at);
            at += source.charAt(at) == ',' ? 1 : 0;
        }
    }

    private int value(int from, String path) {
        int end = end(from);
        String value = source.substring(from, end);
        Matcher function = FUNCTION.matcher(value);
        if (function.lookingAt()) {
            String values = function.group(1).replaceAll("[()\\s]", "");
            kinds.put(path, "function of " + (values.isEmpty() ? 0 : values.split(",").length));
        } else if (value.startsWith("html`")) {
            kinds.put(path, "markup");
        } else if (value.startsWith("[")) {
            kinds.put(path, "list");
        } else {
            kinds.put(path, "text");
            texts.put(path, value.substring(1, value.length() - 1));
        }
        return end;
    }

    /** @return where the value that begins there ends: at the comma or brace behind it */
    private int end(int from) {
        int depth = 0;
        int at = from;
        while (true) {
            char letter = source.charAt(at);
            if (depth == 0 && (letter == ',' || letter == '}')) {
                return at;
            }
            if (letter == '\'' || letter == '"') {
                at = quoted(at);
            } else if (letter == '`') {
                at = template(at);
            } else {
                depth += "([{".indexOf(letter) >= 0 ? 1 : ")]}".indexOf(letter) >= 0 ? -1 : 0;
            }
            at++;
        }
    }

    private int template(int from) {
        int at = from + 1;
        while (source.charAt(at) != '`') {
            if (source.startsWith("${", at)) {
                int depth = 1;
                for (at += 2; depth > 0; at++) {
                    char letter = source.charAt(at);
                    at = letter == '`' ? template(at) : letter == '\'' ? quoted(at) : at;
                    depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
                }
            } else {
                at += source.charAt(at) == '\\' ? 2 : 1;
            }
        }
        return at;
    }

    /** @return where the quoted text ends that begins there: at its last quote */
    private int quoted(int from) {
        int at = from + 1;
        while (source.charAt(at) != source.charAt(from)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private int skipSpace(int from) {
        int at = from;
        while (Character.isWhitespace(source.charAt(at)) || source.startsWith("//", at)) {
            at = source.startsWith("//", at) ? source.indexOf('\n', at) : at + 1;
        }
        return at;
    }
}
