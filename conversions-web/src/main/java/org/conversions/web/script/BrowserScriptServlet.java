package org.conversions.web.script;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the browser script to the pages of any site, under the eight names that the vendors' loaders ask for. Browsers
 * ask whether it has changed after a few minutes, so that a correction arrives.
 */
@WebServlet(name = "browser-script", urlPatterns = {
    "/analytics/script.js",
    "/analytics/script.site-visit.js",
    "/analytics/script.outbound-domains.js",
    "/analytics/script.conversion-tracking.js",
    "/analytics/script.site-visit.outbound-domains.js",
    "/analytics/script.site-visit.conversion-tracking.js",
    "/analytics/script.outbound-domains.conversion-tracking.js",
    "/analytics/script.site-visit.outbound-domains.conversion-tracking.js"})
public class BrowserScriptServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String FRESH = "public, max-age=300";

    /** The scripts by path; the patterns above are all there are. */
    private final transient Map<String, BrowserScript> scripts = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BrowserScript script = scripts.computeIfAbsent(request.getServletPath(), BrowserScript::named);
        boolean zipped = says(request.getHeader("Accept-Encoding"), "gzip");
        String tag = '"' + script.tag() + (zipped ? "-gzip" : "") + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", FRESH);
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (says(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/javascript;charset=UTF-8");
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] body = zipped ? script.zipped() : script.text();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean says(String header, String word) {
        return header != null && header.contains(word);
    }
}
