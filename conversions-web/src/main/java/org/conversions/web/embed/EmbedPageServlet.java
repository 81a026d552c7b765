package org.conversions.web.embed;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.conversions.web.page.Pages;

/** Answers the address that published embeds put into their frame with the page of that name. */
@WebServlet(name = "embed", urlPatterns = {"/embed/referrals", "/embed/referrals/"})
public class EmbedPageServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.embed(request, response);
    }
}
