package org.conversions.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The API below /api, with every resource and provider of this module. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

    /**
     * Nothing comes in by being on the server's class path: neither its ways with JSON, which would take a string for
     * a number, nor its own answers to JSON errors, nor its description of the API in XML.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.disableAutoDiscovery", true,
                "jersey.config.disableJsonBinding", true,
                "jersey.config.disableJsonProcessing", true,
                "jersey.config.disableMoxyJson", true,
                "jersey.config.server.wadl.disableWadl", true);
    }
}
