package org.conversions.web.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Lets the pages of any site call what the browser script calls, and what an app in a browser calls with its access token, and
 * nothing else. No cookie is ever sent with these calls, so any origin is fine. It stands before everything (see web.xml), so
 * that an error of any kind carries the header too.
 */
public class CrossOriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    /** What pages of merchants' sites call; the rest is for apps. */
    private static final Pattern TRACK = Pattern.compile("^(?:/api)?/track/");
    private static final String PREFLIGHT_SECONDS = "86400";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!ApiAddress.of(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "Conversions-Reason, Retry-After");
        if (!"OPTIONS".equals(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        boolean page = TRACK.matcher(request.getRequestURI()).find();
        response.setHeader("Access-Control-Allow-Methods", page ? "POST, OPTIONS" : "GET, POST, PATCH, OPTIONS");
        response.setHeader("Access-Control-Allow-Headers", page ? "Content-Type, Authorization"
                : "Content-Type, Authorization, Stripe-Signature");
        response.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
