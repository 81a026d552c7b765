package org.conversions.web.oauth;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conversions.address.UrlQuery;

/**
 * The parameters of a form. One without a value counts as left out (RFC 6749, section 3.2).
 *
 * @param repeated the names of those that came more than once, which is a mistake
 */
record FormParameters(Map<String, String> values, Set<String> repeated) {

    static FormParameters of(byte[] body) {
        Map<String, String> values = new HashMap<>();
        Set<String> repeated = new HashSet<>();
        for (String parameter : UrlQuery.parametersOf(new String(body, StandardCharsets.UTF_8))) {
            String name = UrlQuery.name(parameter);
            if (values.put(name, UrlQuery.value(parameter)) != null) {
                repeated.add(name);
            }
        }
        return new FormParameters(values, repeated);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Leaves the values out, so that none can get into a log. */
    @Override
    public String toString() {
        return "FormParameters" + values.keySet();
    }
}
