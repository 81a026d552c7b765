package org.conversions.web.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names in the answer the fields that the operation does not know, of the query and of the body: a newer client may say
 * more than this server understands, and a misspelt name must not look as if it had an effect.
 */
@Provider
@ApplicationScoped
public class IgnoredFields implements ContainerResponseFilter {

    static final String HEADER = "Conversions-Ignored-Fields";

    /** The property of a request that keeps the unknown fields of its body until the answer. */
    private static final String BODY = IgnoredFields.class.getName();
    /** A header has little room, and the first few are what a person reads. */
    private static final int NAMES_MAX = 20;
    private static final int NAME_MAX = 100;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Method operation = resource.getResourceMethod();
        if (operation == null) {
            return; // there is no such operation
        }
        Set<String> names = new TreeSet<>(request.getUriInfo().getQueryParameters().keySet());
        names.removeAll(KnownFields.of(operation).query());
        if (request.getProperty(BODY) instanceof Unknown body) {
            names.addAll(body.names());
        }
        if (!names.isEmpty()) {
            response.getHeaders().putSingle(HEADER, text(names));
        }
    }

    /** The fields of a body that the operation does not know. */
    public record Unknown(Set<String> names) {

        /** The property of a request that has it. */
        public static final String PROPERTY = BODY;

        public static Unknown of(Method operation, JsonNode body) {
            Set<String> names = new TreeSet<>();
            KnownFields.of(operation).body().unknown(body, "", names);
            return new Unknown(names);
        }
    }

    /** Writes names as a header can hold them, which is visible ASCII: the rest is encoded as in a query. */
    static String text(Set<String> names) {
        Stream<String> first = names.stream().limit(NAMES_MAX)
                .map(name -> URLEncoder.encode(name.substring(0, Math.min(NAME_MAX, name.length())), StandardCharsets.UTF_8));
        return Stream.concat(first, names.size() > NAMES_MAX ? Stream.of("...") : Stream.empty())
                .collect(Collectors.joining(", "));
    }
}
