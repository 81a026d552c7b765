package org.conversions.web.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The name of this authorization server: its public address, without a slash at the end. */
@ApplicationScoped
public class Issuer {

    private String address;

    protected Issuer() {
    }

    @Inject
    Issuer(@ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080") String baseUrl) {
        address = baseUrl.strip().replaceFirst("/+$", "");
    }

    public String address() {
        return address;
    }
}
