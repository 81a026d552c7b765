package org.conversions.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;

/**
 * A question about the metadata of leads and sales, such as
 * {@code metadata['plan']:'pro' and (metadata['cart']['items']>2 or metadata['vip']:true)}. {@code :} is equal,
 * {@code !=} holds for what is not there too; {@code and} binds closer than {@code or}. Two numbers are compared as
 * numbers, anything else as text. Pure.
 */
public final class MetadataQuery {

    static final int LENGTH_MAX = 2_000;
    static final int COMPARISONS_MAX = 20;
    static final int KEYS_MAX = 10;
    static final int PARENTHESES_MAX = 10;
    /** Longer ones are texts: no number that people compare has as many digits. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern BARE = Pattern.compile("[-+.\\w]+");

    private final String text;
    private final Predicate<JsonNode> question;

    private MetadataQuery(String text, Predicate<JsonNode> question) {
        this.text = text;
        this.question = question;
    }

    /** @throws RequestRefused unprocessable for a text that is no such question, or a longer one than is answered */
    public static MetadataQuery of(String text) {
        if (text.length() > LENGTH_MAX) {
            throw RequestRefused.unprocessable("field_too_long",
                    "query: must have at most " + LENGTH_MAX + " characters");
        }
        return new MetadataQuery(text, new Reader(text).question());
    }

    /** @return the question as it was written */
    public String text() {
        return text;
    }

    /** @param metadata a JSON object; null when there is none */
    public boolean matches(JsonNode metadata) {
        return question.test(metadata);
    }

    private enum Comparison {
        GREATER_OR_EQUAL(">="), LESS_OR_EQUAL("<="), NOT_EQUAL("!="), EQUAL(":"), GREATER(">"), LESS("<");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** @param found null when it is not there */
        boolean holds(String found, String asked) {
            if (found == null) {
                return this == NOT_EQUAL;
            }
            boolean foundNumber = NUMBER.matcher(found).matches();
            boolean askedNumber = NUMBER.matcher(asked).matches();
            if (foundNumber != askedNumber) {
                return this == NOT_EQUAL;
            }
            int order = foundNumber ? new BigDecimal(found).compareTo(new BigDecimal(asked)) : found.compareTo(asked);
            return switch (this) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
            };
        }
    }

    private static final class Reader {

        private final String text;
        private int at;
        private int comparisons;
        private int parentheses;

        Reader(String text) {
            this.text = text;
        }

        Predicate<JsonNode> question() {
            Predicate<JsonNode> question = either();
            if (at < text.length()) {
                throw wrong();
            }
            return question;
        }

        private Predicate<JsonNode> either() {
            Predicate<JsonNode> any = all();
            while (word("or")) {
                any = any.or(all());
            }
            return any;
        }

        private Predicate<JsonNode> all() {
            Predicate<JsonNode> all = one();
            while (word("and")) {
                all = all.and(one());
            }
            return all;
        }

        private Predicate<JsonNode> one() {
            if (!sign("(")) {
                return comparison();
            }
            if (++parentheses > PARENTHESES_MAX) {
                throw RequestRefused.unprocessable("query_too_complex",
                        "query: must have at most " + PARENTHESES_MAX + " parentheses");
            }
            Predicate<JsonNode> inner = either();
            if (!sign(")")) {
                throw wrong();
            }
            return inner;
        }

        private Predicate<JsonNode> comparison() {
            if (++comparisons > COMPARISONS_MAX) {
                throw RequestRefused.unprocessable("query_too_complex",
                        "query: must be at most " + COMPARISONS_MAX + " comparisons");
            }
            if (!word("metadata")) {
                throw wrong();
            }
            List<String> keys = new ArrayList<>();
            while (sign("[")) {
                keys.add(quoted());
                if (!sign("]")) {
                    throw wrong();
                }
            }
            if (keys.isEmpty() || keys.size() > KEYS_MAX) {
                throw wrong();
            }
            for (Comparison comparison : Comparison.values()) {
                if (sign(comparison.sign)) {
                    String asked = value();
                    return metadata -> comparison.holds(found(metadata, keys), asked);
                }
            }
            throw wrong();
        }

        private String value() {
            skipSpace();
            return at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"') ? quoted() : bare();
        }

        private String bare() {
            var matcher = BARE.matcher(text).region(at, text.length());
            if (!matcher.lookingAt()) {
                throw wrong();
            }
            at = matcher.end();
            return matcher.group();
        }

        /** A backslash takes the next character as it is. */
        private String quoted() {
            skipSpace();
            if (at >= text.length() || text.charAt(at) != '\'' && text.charAt(at) != '"') {
                throw wrong();
            }
            char quote = text.charAt(at++);
            StringBuilder quoted = new StringBuilder();
            while (at < text.length() && text.charAt(at) != quote) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                quoted.append(text.charAt(at++));
            }
            if (at++ >= text.length()) {
                throw wrong();
            }
            return quoted.toString();
        }

        private boolean word(String word) {
            skipSpace();
            int end = at + word.length();
            if (end <= text.length() && text.substring(at, end).toLowerCase(Locale.ROOT).equals(word)
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                at = end;
                skipSpace();
                return true;
            }
            return false;
        }

        private boolean sign(String sign) {
            skipSpace();
            if (!text.startsWith(sign, at)) {
                return false;
            }
            at += sign.length();
            skipSpace();
            return true;
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private RequestRefused wrong() {
            return RequestRefused.unprocessable("field_malformed",
                    "query: must be like metadata['key']:'value', with : > < >= <= or !="
                    + " and with and, or between several; it is not at character " + (at + 1));
        }
    }

    /** @return the text of a value, or null where there is none; a list or an object is none */
    private static String found(JsonNode metadata, List<String> keys) {
        JsonNode node = metadata;
        for (String key : keys) {
            if (node == null) {
                return null;
            }
            node = node.get(key);
        }
        if (node == null || node.isNull() || node.isContainerNode()) {
            return null;
        }
        return node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
    }
}
