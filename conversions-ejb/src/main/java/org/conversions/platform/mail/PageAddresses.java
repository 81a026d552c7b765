package org.conversions.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the addresses of pages that a person opens with a token. */
@ApplicationScoped
public class PageAddresses {

    @Inject
    @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080")
    private String baseUrl;

    /**
     * @param page  below /app
     * @param token behind the #, which browsers send to no server
     */
    public String withToken(String page, String token) {
        return base() + "/app/" + page + "/#token=" + token;
    }

    /** @param path below the address of this server */
    public String at(String path) {
        return base() + '/' + path;
    }

    private String base() {
        return baseUrl.strip().replaceAll("/+$", "");
    }
}
