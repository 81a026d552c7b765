package org.conversions.web.error;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.conversions.platform.Json;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers where the server itself would show its page: an address outside the API that is not there, an exception in
 * a servlet or filter. The server comes here by the {@code error-page} of web.xml.
 */
@WebServlet(urlPatterns = "/api/error", asyncSupported = true)
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080")
    private String baseUrl;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(error(request), response, baseUrl);
    }

    /** Answers with the error of a status, for a caller that cannot leave that to the server. */
    public static void write(int status, HttpServletResponse response, String baseUrl) throws IOException {
        write(Translation.of(status), response, baseUrl);
    }

    /** The same with a reason and a sentence of the caller's own. */
    public static void write(int status, String reason, String message, HttpServletResponse response, String baseUrl)
            throws IOException {
        write(ApiError.of(status, reason, message), response, baseUrl);
    }

    private static void write(ApiError error, HttpServletResponse response, String baseUrl) throws IOException {
        byte[] body = Json.MAPPER.writeValueAsBytes(error.body(baseUrl));
        response.setStatus(error.status());
        response.setHeader(ApiError.REASON, error.reason());
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static ApiError error(HttpServletRequest request) {
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown != null) {
            return Translation.of(thrown).orElseGet(() -> Incident.of(
                    "servlet " + request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME), thrown));
        }
        // Without a status somebody asked for this very address.
        int status = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .orElse(HttpServletResponse.SC_NOT_FOUND);
        return Translation.of(status);
    }
}
