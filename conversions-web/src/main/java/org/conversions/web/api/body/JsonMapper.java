package org.conversions.web.api.body;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.conversions.platform.Json;

/** Gives Jackson's provider, which registers itself, the one way in which this application reads and writes JSON. */
@Provider
public class JsonMapper implements ContextResolver<ObjectMapper> {

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return Json.MAPPER;
    }
}
