package org.conversions.web.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Hands what is addressed to the API at the host's root on to the API, as if it had been sent to /api. The other
 * filters come before it (see web.xml), because none runs again behind it.
 */
public class RootApiFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String AT_ROOT = RootApiFilter.class.getName();
    /** JAX-RS names its servlet by its application. */
    private static final String SERVLET = "org.conversions.web.api.ApiApplication";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ApiAddress.atRoot(request)) {
            request.setAttribute(AT_ROOT, true);
            // By name and not by address, which would be decoded on the way, and %2F in an id with it.
            getServletContext().getNamedDispatcher(SERVLET).forward(new BelowApi(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** @return whether a request of the API was sent to the root and not to /api */
    public static boolean atRoot(HttpServletRequest request) {
        return request.getAttribute(AT_ROOT) != null;
    }

    /**
     * The same request with the address it would have had below /api. The application is at the root of its host. The
     * address is worked out once, because the server puts a wrapper with this very address beneath this one.
     */
    private static final class BelowApi extends HttpServletRequestWrapper {

        private final String path;
        private final String url;

        BelowApi(HttpServletRequest request) {
            super(request);
            path = request.getRequestURI();
            StringBuffer given = request.getRequestURL();
            url = given.insert(given.length() - path.length(), ApiAddress.ROOT).toString();
        }

        @Override
        public String getRequestURI() {
            return ApiAddress.ROOT + path;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(url);
        }

        @Override
        public String getServletPath() {
            return ApiAddress.ROOT;
        }

        @Override
        public String getPathInfo() {
            return path;
        }
    }
}
