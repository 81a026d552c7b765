package org.conversions.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A script of the pages, read as far as its texts go: the quoted ones, and the templates with holes in the place of their values. */
final class PageScript {

    /** Stands for a value in a template. */
    static final String HOLE = "\u0001";

    /** Behind these a slash begins a regular expression; elsewhere it divides. */
    private static final String BEFORE_EXPRESSION = "(,=:[!&|?{};+>";

    /** A template. @param tag what stands directly before it, such as html; empty for none */
    record Template(String tag, String text, int line) {
    }

    record Quoted(String text, int line) {
    }

    final List<Template> templates = new ArrayList<>();
    final List<Quoted> quoted = new ArrayList<>();
    private final String source;

    PageScript(String source) {
        this.source = source;
        code(0);
    }

    /** Reads on to the end of the script, or to the brace that closes the value of a template. @return where that is */
    private int code(int from) {
        int at = from;
        int depth = 0;
        char last = '(';
        while (at < source.length()) {
            char letter = source.charAt(at);
            if (source.startsWith("//", at)) {
                at = end("\n", at);
                continue;
            }
            if (source.startsWith("/*", at)) {
                at = end("*/", at + 2);
                continue;
            }
            if (letter == '}' && depth == 0) {
                return at + 1;
            }
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            at = letter == '\'' || letter == '"' ? quoted(at) : letter == '`' ? template(at)
                    : letter == '/' && beginsExpression(at, last) ? expression(at) : at + 1;
            last = Character.isWhitespace(letter) ? last : letter;
        }
        return at;
    }

    private boolean beginsExpression(int at, char last) {
        return BEFORE_EXPRESSION.indexOf(last) >= 0 || source.substring(0, at).stripTrailing().endsWith("return");
    }

    private int end(String mark, int from) {
        int found = source.indexOf(mark, from);
        return found < 0 ? source.length() : found + mark.length();
    }

    private int quoted(int from) {
        StringBuilder text = new StringBuilder();
        int at = from + 1;
        for (; source.charAt(at) != source.charAt(from); at++) {
            at += source.charAt(at) == '\\' ? 1 : 0;
            text.append(source.charAt(at));
        }
        quoted.add(new Quoted(text.toString(), line(from)));
        return at + 1;
    }

    private int template(int from) {
        StringBuilder text = new StringBuilder();
        int at = from + 1;
        while (source.charAt(at) != '`') {
            if (source.startsWith("${", at)) {
                at = code(at + 2);
                text.append(HOLE);
            } else {
                at += source.charAt(at) == '\\' ? 1 : 0;
                text.append(source.charAt(at++));
            }
        }
        templates.add(new Template(Stream.of("html", "svg", "css").filter(tag -> source.startsWith(tag, from - tag.length()))
                .findFirst().orElse(""), text.toString(), line(from)));
        return at + 1;
    }

    private int expression(int from) {
        boolean inClass = false;
        int at = from + 1;
        for (; source.charAt(at) != '/' || inClass; at++) {
            char letter = source.charAt(at);
            inClass = letter == '[' || letter != ']' && inClass;
            at += letter == '\\' ? 1 : 0;
        }
        return at + 1;
    }

    private int line(int at) {
        return (int) source.substring(0, at).chars().filter(letter -> letter == '\n').count() + 1;
    }
}
