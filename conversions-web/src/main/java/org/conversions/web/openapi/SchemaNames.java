package org.conversions.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names schemas after what they are: LinkAnswer is a Link, the Click within an EventAnswer an EventClick. Where two
 * would have one name, the later one has the name of its package before it.
 */
final class SchemaNames {

    private static final String REFERENCE = "#/components/schemas/";
    private static final String OUTER_WORDS = "(Answer|View|Request)$";

    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param classes by the names that the build has given to their schemas */
    SchemaNames(Map<String, Class<?>> classes, Set<String> taken) {
        Set<String> used = new HashSet<>(taken);
        classes.forEach((given, type) -> {
            String packageWord = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
            String name = Stream.of(of(type), capital(packageWord) + of(type), given).filter(used::add).findFirst()
                    .orElse(given);
            names.put(given, name);
        });
    }

    private static String of(Class<?> type) {
        String name = type.getSimpleName().replaceFirst("(Answer|View)$", "");
        Class<?> outer = type.getEnclosingClass();
        String whole = outer == null || outer.getSimpleName().endsWith("Resource") ? ""
                : outer.getSimpleName().replaceFirst(OUTER_WORDS, "");
        return name.startsWith(whole) ? name : whole + name;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase() + word.substring(1);
    }

    void give(ObjectNode description, ObjectNode schemas) {
        references(description);
        Map<String, JsonNode> renamed = new LinkedHashMap<>();
        List.copyOf(names.keySet()).forEach(given -> renamed.put(names.get(given), schemas.remove(given)));
        renamed.forEach(schemas::set);
    }

    private void references(JsonNode node) {
        String reference = node.path("$ref").asText();
        if (reference.startsWith(REFERENCE)) {
            String given = reference.substring(REFERENCE.length());
            ((ObjectNode) node).put("$ref", REFERENCE + names.getOrDefault(given, given));
        }
        node.forEach(this::references);
    }
}
