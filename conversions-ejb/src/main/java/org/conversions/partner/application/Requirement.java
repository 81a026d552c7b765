package org.conversions.partner.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;

/**
 * A requirement of applicants. Pure.
 *
 * @param attribute country or emailDomain
 * @param is        true when it must be one of the values, false when it must be none of them
 * @param values    countries, or the ends of email addresses such as {@code acme.com} and {@code *.edu}
 */
public record Requirement(String attribute, boolean is, List<String> values) {

    private static final String COUNTRY = "country";
    private static final String EMAIL_DOMAIN = "emailDomain";
    private static final int MAX = 2;
    private static final int VALUES_MAX = 250;
    private static final String BELOW = "*.";
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    private static final Pattern DOMAIN = Pattern.compile("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*");

    public Requirement {
        values = List.copyOf(values);
    }

    /** @param json an array of the API, or null for none @throws RequestRefused unprocessable, naming the field */
    static List<Requirement> read(JsonNode json) {
        List<Requirement> requirements = new ArrayList<>();
        if (json == null || json.isNull()) {
            return requirements;
        }
        if (!json.isArray() || json.size() > MAX) {
            throw RequestRefused.unprocessable("field_count_invalid", "requirements: must be an array of at most " + MAX);
        }
        json.forEach(requirement -> requirements.add(read("requirements[" + requirements.size() + "]", requirement)));
        return requirements;
    }

    private static Requirement read(String at, JsonNode json) {
        String attribute = json.path("attribute").asText();
        String operator = json.path("operator").asText();
        if (!attribute.equals(COUNTRY) && !attribute.equals(EMAIL_DOMAIN)) {
            throw RequestRefused.unprocessable("field_value_unknown", at + ".attribute: must be one of country, emailDomain");
        }
        if (!operator.equals("is") && !operator.equals("is_not")) {
            throw RequestRefused.unprocessable("field_value_unknown", at + ".operator: must be one of is, is_not");
        }
        JsonNode value = json.path("value");
        if (!value.isArray() || value.isEmpty() || value.size() > VALUES_MAX) {
            throw RequestRefused.unprocessable("field_count_invalid", at + ".value: must be an array of 1 to " + VALUES_MAX);
        }
        List<String> values = new ArrayList<>();
        for (JsonNode one : value) {
            String text = attribute.equals(COUNTRY) ? one.asText() : domain(one.asText());
            if (!one.isTextual() || !(attribute.equals(COUNTRY) ? CODE : DOMAIN).matcher(text).matches()) {
                throw RequestRefused.unprocessable("field_malformed", at + ".value: must be "
                        + (attribute.equals(COUNTRY) ? "two capital letters" : "like acme.com or *.edu"));
            }
            values.add(text);
        }
        return new Requirement(attribute, operator.equals("is"), values);
    }

    private static String domain(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("@") ? text.substring(1) : text;
    }

    static ArrayNode write(List<Requirement> requirements) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        for (Requirement requirement : requirements) {
            ObjectNode one = json.addObject().put("attribute", requirement.attribute).put("operator", requirement.is ? "is" : "is_not");
            ArrayNode values = one.putArray("value");
            requirement.values.forEach(values::add);
        }
        return json;
    }

    /** @param country null when it is not known, which meets no requirement of countries */
    boolean isMet(String email, String country) {
        if (attribute.equals(COUNTRY)) {
            return country != null && values.contains(country) == is;
        }
        String host = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return values.stream().anyMatch(value -> value.startsWith(BELOW) ? host.endsWith(value.substring(1)) : host.equals(value)) == is;
    }
}
