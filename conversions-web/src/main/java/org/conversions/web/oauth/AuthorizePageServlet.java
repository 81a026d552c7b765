package org.conversions.web.oauth;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers the address to which apps send people with the page that asks them. The page does the rest; a GET changes nothing. */
@WebServlet(name = "oauth-authorize", urlPatterns = "/oauth/authorize")
public class AuthorizePageServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        // What is in the address is the app's, and good once.
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher("/oauth/authorize.html").forward(request, response);
    }
}
