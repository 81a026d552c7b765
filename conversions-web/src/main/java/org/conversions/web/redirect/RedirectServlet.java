package org.conversions.web.redirect;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.conversions.address.LinkKey;
import org.conversions.click.recorder.VisitReader;
import org.conversions.link.directory.LinkDomain;
import org.conversions.link.directory.LinkTarget;
import org.conversions.web.page.Pages;

/**
 * Answers every address that nothing else answers: a short link, a file of a domain, or nothing.
 *
 * <p>It is at {@code /*}: at {@code /}, the server looks for a folder of each visitor's address first, in every library.
 *
 * <p>No Referrer-Policy is set: a redirect's policy would replace the one that the page with the link has chosen.
 */
@WebServlet(name = "redirect", urlPatterns = "/*", asyncSupported = true, loadOnStartup = 1)
public class RedirectServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String DASHBOARD = "/app/";

    @Inject
    private transient LinkLookup lookup;
    @Inject
    private transient VisitReader reader;
    @Inject
    private transient LinkRedirect links;
    @Inject
    private transient Pages pages;

    @Override
    public void init() {
        reader.prepare();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Exchange exchange = new Exchange(request, response);
        String method = request.getMethod();
        if (exchange.isPost() || method.equals("GET") || method.equals("HEAD")) {
            visit(exchange);
        } else {
            exchange.refuseMethod();
        }
    }

    private void visit(Exchange exchange) throws ServletException, IOException {
        HttpServletRequest request = exchange.request();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean file = LinkKey.reserved(path.substring(Math.min(1, path.length())));
        Optional<String> key = file ? Optional.empty() : RequestedKey.of(path);
        LinkLookup.Result found;
        try {
            found = lookup.find(request, key);
        } catch (RuntimeException e) {
            links.unavailable(exchange, e);
            return;
        }
        LinkDomain domain = found.domain();
        Optional<LinkTarget> target = found.target();
        if (found.waitsFor().isPresent()) {
            exchange.response().setHeader("Retry-After", String.valueOf(found.waitsFor().getAsLong()));
            exchange.show(VisitorPage.tooManyMisses());
        } else if (exchange.isPost() && (target.isEmpty() || target.get().rules().password() == null)) {
            exchange.refuseMethod();
        } else if (file) {
            serveFile(path, domain, exchange);
        } else if (target.isPresent()) {
            links.answer(target.get(), domain, exchange);
        } else if (domain.workspaceId() == null && key.filter(LinkKey.ROOT::equals).isPresent()) {
            exchange.redirect(request.getContextPath() + DASHBOARD);
        } else {
            exchange.notFound(domain.notFoundUrl());
        }
    }

    private void serveFile(String path, LinkDomain domain, Exchange exchange) throws ServletException, IOException {
        Optional<String> association = WellKnown.file(path, domain);
        if (association.isPresent()) {
            exchange.response().setContentType("application/json;charset=UTF-8");
            exchange.response().getWriter().print(association.get());
        } else if (domain.workspaceId() != null) {
            // A merchant's domain serves short links: nobody is asked to log in under it.
            exchange.notFound(domain.notFoundUrl());
        } else if (path.equals("/app") || path.equals("/partners")) {
            exchange.redirect(exchange.request().getContextPath() + path + '/');
        } else if (!pages.answer(exchange.request(), exchange.response())) {
            getServletContext().getNamedDispatcher("default").forward(exchange.request(), exchange.response());
        }
    }
}
