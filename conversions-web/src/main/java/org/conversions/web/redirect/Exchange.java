package org.conversions.web.redirect;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A request to the redirect and its response. */
record Exchange(HttpServletRequest request, HttpServletResponse response) {

    boolean isPost() {
        return request.getMethod().equals("POST");
    }

    void setCookie(String header) {
        response.addHeader("Set-Cookie", header);
    }

    void show(VisitorPage page) throws IOException {
        page.write(request, response);
    }

    /** Shows that nothing is there. @param url the address where the domain sends such visitors instead, or null */
    void notFound(String url) throws IOException {
        redirectOrShow(url, VisitorPage.notFound());
    }

    /** Shows that the link has expired. @param url the address where it leads since, or null */
    void expired(String url) throws IOException {
        redirectOrShow(url, VisitorPage.expired());
    }

    void redirect(String location) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", location);
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(0);
    }

    void refuseMethod() throws IOException {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        response.setHeader("Allow", "GET, HEAD");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println("Only GET and HEAD are understood here.");
    }

    private void redirectOrShow(String url, VisitorPage page) throws IOException {
        response.setHeader("X-Robots-Tag", "noindex");
        if (url == null) {
            show(page);
        } else {
            redirect(url);
        }
    }
}
