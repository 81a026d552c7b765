package org.conversions.web.ops;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.conversions.web.error.ErrorPage;
import org.conversions.web.security.OperatorDoor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stands before the server's own /health and /metrics (see web.xml). Anybody may ask whether this node lives and is
 * ready; what its parts say of themselves, and the metrics, are for its operator.
 */
public class OperationsFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String READY = "/health/ready";

    @Inject
    private transient OperatorDoor door;
    @Inject
    private transient KeptReadiness readiness;
    @Inject
    @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080")
    private String baseUrl;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals(READY)) {
            readiness.now(request, response, chain).write(response, door.admits(request));
        } else if (path.equals("/health/live") || path.equals("/health/started") || door.admits(request)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer");
            ErrorPage.write(HttpServletResponse.SC_UNAUTHORIZED, "operator_only",
                    "This is for the operator of this server: ask from the server itself, or with the operator's token"
                            + " (conversions.operator-token).", response, baseUrl);
        }
    }
}
