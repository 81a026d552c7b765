package org.conversions.web.openapi;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands out the description of the API, to every caller and to the pages of any site: tools read it from there. */
@WebServlet(urlPatterns = "/openapi", asyncSupported = true)
public class DescriptionServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** The document, made for the first request, so that no start waits for it. */
    private static final class Lazily {

        private static final byte[] JSON = ApiDescription.json();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentType("application/json");
        response.setContentLength(Lazily.JSON.length);
        response.getOutputStream().write(Lazily.JSON);
    }
}
