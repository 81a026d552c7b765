package org.conversions.web.oauth;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conversions.access.Area;
import org.conversions.platform.Json;
import org.conversions.web.security.OwnPages;

/** Describes this authorization server to apps (RFC 8414), on its own host and on no other. */
@WebServlet(name = "oauth-metadata", urlPatterns = "/.well-known/oauth-authorization-server")
public class MetadataServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final List<String> AUTHENTICATION = List.of("none", "client_secret_basic", "client_secret_post");

    @Inject
    private transient Issuer issuer;
    @Inject
    private transient OwnPages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!pages.addressed(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = Json.MAPPER.writeValueAsBytes(metadata(issuer.address()));
        response.setContentType("application/json");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> metadata(String issuer) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", issuer);
        metadata.put("authorization_endpoint", issuer + "/oauth/authorize");
        metadata.put("token_endpoint", issuer + "/api/oauth/token");
        metadata.put("revocation_endpoint", issuer + "/api/oauth/revoke");
        metadata.put("userinfo_endpoint", issuer + "/api/oauth/userinfo");
        metadata.put("service_documentation", issuer + "/app/api-reference/");
        metadata.put("scopes_supported", Area.appScopes());
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("response_modes_supported", List.of("query"));
        metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        metadata.put("token_endpoint_auth_methods_supported", AUTHENTICATION);
        metadata.put("revocation_endpoint_auth_methods_supported", AUTHENTICATION);
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        metadata.put("authorization_response_iss_parameter_supported", true);
        return metadata;
    }
}
