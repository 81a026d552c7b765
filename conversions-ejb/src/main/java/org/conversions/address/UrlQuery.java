package org.conversions.address;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An address taken apart at its query, so that one parameter can be changed while every other character stays as it
 * was written.
 *
 * @param base       everything before the query
 * @param parameters the query between its ampersands, as written; empty when there is no question mark
 * @param fragment   the fragment with its hash, or empty
 */
public record UrlQuery(String base, List<String> parameters, String fragment) {

    private static final String PLAIN = "-._~!$'()*,:@/?+=";

    public static UrlQuery of(String url) {
        int hash = url.indexOf('#');
        String start = hash < 0 ? url : url.substring(0, hash);
        String fragment = hash < 0 ? "" : url.substring(hash);
        int question = start.indexOf('?');
        return question < 0
                ? new UrlQuery(start, List.of(), fragment)
                : new UrlQuery(start.substring(0, question), split(start.substring(question + 1)), fragment);
    }

    /** @return the parameters of a query as written, without those between two ampersands that say nothing */
    public static List<String> parametersOf(String query) {
        return query == null ? List.of() : split(query).stream().filter(parameter -> !parameter.isEmpty()).toList();
    }

    /** @return the decoded name of a parameter */
    public static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return decoded(equals < 0 ? parameter : parameter.substring(0, equals));
    }

    /** @return the decoded value of a parameter, empty when it has none */
    public static String value(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? "" : decoded(parameter.substring(equals + 1));
    }

    /** @return the decoded value of the first parameter of this name */
    public Optional<String> first(String name) {
        return parameters.stream().filter(parameter -> name(parameter).equals(name)).map(UrlQuery::value).findFirst();
    }

    public UrlQuery without(Predicate<String> name) {
        return new UrlQuery(base,
                parameters.stream().filter(parameter -> !name.test(name(parameter))).toList(), fragment);
    }

    /** @return this with the parameter set once, in place of all of its name */
    public UrlQuery with(String name, String value) {
        return without(name::equals).and(name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** @param parameter as it is to be written */
    public UrlQuery and(String parameter) {
        List<String> more = new ArrayList<>(parameters.size() + 1);
        if (!parameters.equals(List.of(""))) {
            more.addAll(parameters);
        }
        more.add(parameter);
        return new UrlQuery(base, List.copyOf(more), fragment);
    }

    /**
     * Makes a parameter from outside fit to be written: what a query may hold stays as it is, all else is
     * percent-encoded, so also the semicolon, which some servers take for an ampersand.
     */
    public static String clean(String parameter) {
        StringBuilder text = new StringBuilder(parameter.length());
        for (int i = 0; i < parameter.length(); ) {
            int point = parameter.codePointAt(i);
            if (isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0 || PercentEncoding.octet(parameter, i) >= 0) {
                text.appendCodePoint(point);
            } else {
                PercentEncoding.escape(text, point);
            }
            i += Character.charCount(point);
        }
        return text.toString();
    }

    static boolean isLetterOrDigit(int point) {
        return point >= 'a' && point <= 'z' || point >= 'A' && point <= 'Z' || point >= '0' && point <= '9';
    }

    @Override
    public String toString() {
        return base + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)) + fragment;
    }

    private static List<String> split(String query) {
        return List.of(query.split("&", -1));
    }

    private static String decoded(String raw) {
        if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
            return raw;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int point = raw.codePointAt(i);
            int octet = PercentEncoding.octet(raw, i);
            if (octet >= 0) {
                octets.write(octet);
                i += 3;
            } else {
                octets.writeBytes((point == '+' ? " " : Character.toString(point)).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point);
            }
        }
        return octets.toString(StandardCharsets.UTF_8);
    }
}
