package org.conversions.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.conversions.address.Destination;
import org.conversions.address.LinkKey;
import org.conversions.address.Utm;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;
import org.conversions.workspace.AllowedHostnames;

/**
 * The links of a group's partners, as far as nothing else is said of one. Pure.
 *
 * @param urls   where the links lead that a partner has from the start; empty for the program's url
 * @param hosts  the sites that partners' links may lead to
 * @param fields other fields of a link, by their names in the API: domain, prefix and the campaign words
 */
public record LinkDefaults(List<String> urls, AllowedHostnames hosts, Map<String, String> fields) {

    /** Nothing is said. */
    public static final LinkDefaults NONE = new LinkDefaults(List.of(), AllowedHostnames.EVERY, Map.of());

    /** Bounds the links that a partner has from the start. */
    public static final int URLS_MAX = 5;

    private static final String AT = "linkDefaults";
    private static final String URLS = "urls";
    private static final String HOSTS = "allowedHostnames";
    private static final String PREFIX = "prefix";
    private static final List<String> FIELDS = fieldNames();

    private static List<String> fieldNames() {
        List<String> names = new ArrayList<>(List.of("domain", PREFIX));
        names.addAll(Utm.PARAMETERS);
        return List.copyOf(names);
    }

    /**
     * @param json an object of the API, or null for nothing
     * @throws RequestRefused unprocessable, naming the field
     */
    public static LinkDefaults read(JsonNode json) {
        if (json == null || json.isNull()) {
            return NONE;
        }
        if (!json.isObject()) {
            throw RequestRefused.unprocessable("field_malformed", AT + ": must be an object");
        }
        json.fieldNames().forEachRemaining(field -> {
            if (!field.equals(URLS) && !field.equals(HOSTS) && !FIELDS.contains(field)) {
                throw RequestRefused.unprocessable("field_not_allowed", AT + "." + field + ": is no default of links");
            }
        });
        List<String> urls = texts(json, URLS);
        if (urls.size() > URLS_MAX) {
            throw RequestRefused.unprocessable("field_count_invalid", AT + ".urls: must be at most " + URLS_MAX);
        }
        AllowedHostnames hosts = AllowedHostnames.checked(AT + ".allowedHostnames", texts(json, HOSTS));
        List<String> checked = new LinkedHashSet<>(urls).stream().map(url -> Destination.check(AT + ".urls", url)).toList();
        checked.stream().filter(url -> !hosts.allows(url)).findFirst().ifPresent(url -> {
            throw RequestRefused.unprocessable("host_not_allowed", AT + ".urls: " + url + " is not on one of allowedHostnames");
        });
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String text = text(json, field);
            if (text != null) {
                fields.put(field, text);
            }
        }
        return new LinkDefaults(checked, hosts, fields);
    }

    /** Reads what {@link #json} wrote. */
    static LinkDefaults stored(String json) {
        return read(Json.read(json));
    }

    /** @return an object that {@link #read} reads */
    public ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode addresses = json.putArray(URLS);
        urls.forEach(addresses::add);
        ArrayNode names = json.putArray(HOSTS);
        hosts.names().forEach(names::add);
        FIELDS.forEach(field -> json.put(field, fields.get(field)));
        return json;
    }

    /** @param sites addresses @return the same; where nothing is said of sites, links may lead to those of the addresses only */
    LinkDefaults within(List<String> sites) {
        if (!hosts.names().isEmpty()) {
            return this;
        }
        if (sites.isEmpty()) {
            throw RequestRefused.unprocessable("host_not_allowed", "url: the program has named no site yet that links may lead to");
        }
        return new LinkDefaults(urls, new AllowedHostnames(sites.stream().map(Destination::host).distinct().toList()), fields);
    }

    /**
     * @param key that a partner has chosen
     * @return it within the folder of the group's links, where there is one
     * @throws RequestRefused unprocessable for the front page of a domain, which is the merchant's
     */
    public String ownKey(String key) {
        if (LinkKey.ROOT.equals(key)) {
            throw RequestRefused.unprocessable("key_reserved", "key: the front page of a domain is no partner's");
        }
        String folder = fields.getOrDefault(PREFIX, "").replaceAll("^/+|/+$", "");
        return folder.isEmpty() || key.startsWith(folder + '/') ? key : folder + '/' + key;
    }

    /** @throws RequestRefused unprocessable for an address on a site that partners' links may not lead to */
    public void check(String field, String url) {
        if (url != null && !hosts.allows(url)) {
            throw RequestRefused.unprocessable("host_not_allowed", field + ": links of this group lead to "
                    + String.join(", ", hosts.names()) + " only");
        }
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull() || value.isTextual() && value.textValue().isBlank()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > TextColumn.LENGTH_MAX) {
            throw RequestRefused.unprocessable("field_malformed",
                    AT + "." + field + ": must be a text of at most " + TextColumn.LENGTH_MAX + " characters");
        }
        return value.textValue();
    }

    private static List<String> texts(JsonNode json, String field) {
        JsonNode values = json.path(field);
        List<String> texts = new ArrayList<>();
        if (values.isMissingNode() || values.isNull()) {
            return texts;
        }
        for (JsonNode value : values) {
            if (!value.isTextual()) {
                throw RequestRefused.unprocessable("field_malformed", AT + "." + field + ": must be an array of texts");
            }
            texts.add(value.textValue());
        }
        if (!values.isArray()) {
            throw RequestRefused.unprocessable("field_malformed", AT + "." + field + ": must be an array of texts");
        }
        return texts;
    }
}
