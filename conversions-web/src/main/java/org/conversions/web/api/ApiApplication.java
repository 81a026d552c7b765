package org.conversions.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API below /api, with every resource and provider of this module. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info = @Info(title = "Conversions", version = "0.1.0",
                description = "Traces every Stripe payment back to the click that caused it. "
                        + "Errors are {\"error\":{\"code\",\"message\",\"doc_url\"}}; times are UTC."),
        security = @SecurityRequirement(name = "apiKey"))
@SecurityScheme(securitySchemeName = "apiKey", type = SecuritySchemeType.HTTP, scheme = "bearer",
        description = "A secret API key of a workspace.")
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
