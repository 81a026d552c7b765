package org.conversions.web.front;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.conversions.link.domain.ShortDomain;
import org.conversions.web.page.PageFiles;

/**
 * Limits what browsers may do with an answer: nothing, except for the pages below /app/, /partners/ and /oauth/, and those below
 * /embed/, which any site may put into a frame. See web.xml for its place.
 */
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'";

    @Inject
    private transient ShortDomain shortDomain;
    @Inject
    private transient PageFiles pages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        boolean api = ApiAddress.of(request);
        if (!api && DisguisedPath.is(path)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        boolean embedded = path.startsWith("/embed/");
        boolean page = path.startsWith("/app/") || path.equals("/partners/") || path.startsWith("/share/") || path.startsWith("/oauth/") || embedded;
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", embedded ? pages.policy().embedded()
                : page ? pages.policy().pages() : CLOSED_POLICY);
        if (shortDomain.secure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!embedded) {
            // For browsers that do not know frame-ancestors.
            response.setHeader("X-Frame-Options", "DENY");
        }
        // Not on a short link: a redirect's policy would take the referrer from the merchant's site as well.
        if (page || api) {
            response.setHeader("Referrer-Policy", "no-referrer");
        }
        if (api) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
