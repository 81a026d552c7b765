package org.conversions.web.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.body.IgnoredFields.Unknown;

/**
 * Reads every JSON body: it must be there, must not be too long, and its unknown fields are noted. A resource that
 * takes the raw bytes, as the webhooks do, has its own limit and judges an empty body itself.
 */
@Provider
@ApplicationScoped
public class JsonBody implements ReaderInterceptor {

    private static final int BYTES_MAX = 1024 * 1024;

    @Context
    private ResourceInfo resource;
    @Inject
    private Bodies bodies;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() == byte[].class || InputStream.class.isAssignableFrom(context.getType())) {
            return context.proceed();
        }
        byte[] json = bodies.read(context.getInputStream(),
                context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH), bytesMax(resource));
        context.setInputStream(new ByteArrayInputStream(json));
        Object body = context.proceed();
        if (body == null) {
            throw RequestRefused.badRequest("body_missing", "A JSON body is required.");
        }
        JsonNode tree = body instanceof JsonNode given ? given : Json.MAPPER.readTree(json);
        context.setProperty(Unknown.PROPERTY, Unknown.of(resource.getResourceMethod(), tree));
        return body;
    }

    /** @return how long a body may be that this resource takes */
    public static int bytesMax(ResourceInfo resource) {
        BodyMax own = resource.getResourceClass().getAnnotation(BodyMax.class);
        return own == null ? BYTES_MAX : own.value();
    }
}
