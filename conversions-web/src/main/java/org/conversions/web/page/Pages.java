package org.conversions.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Answers the addresses of the pages: with a file, or with the document whose script shows the page of that address. */
@ApplicationScoped
public class Pages {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    /** Kept, but asked about each time, which costs an empty answer. */
    private static final String ASK_FIRST = "no-cache";

    @Inject
    private PageFiles files;

    /**
     * @return whether it was answered; what is not there is answered to a browser only, which gets a page that says so
     */
    public boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PageAddress> address = PageAddress.of(request.getRequestURI());
        if (address.isEmpty()) {
            return false;
        }
        return answer(address.get(), request, response);
    }

    /** Answers with the document that a merchant's page puts into a frame. */
    public void embed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(files.file(PageAddress.EMBED).orElseThrow(), ASK_FIRST, request, response);
    }

    private boolean answer(PageAddress asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PageFile> page = asked.page() == null ? Optional.empty() : files.page(asked.page());
        Optional<PageFile> file = files.file(asked.file());
        if (page.isPresent() && (file.isEmpty() || asked.file().equals(PageAddress.SHELL))) {
            send(page.get(), ASK_FIRST, request, response);
            return true;
        }
        if (file.isPresent()) {
            send(file.get(), files.version().equals(asked.version()) ? FOR_EVER : ASK_FIRST, request, response);
            return true;
        }
        if (asked.version() != null || !says(request.getHeader("Accept"), "text/html")) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        send(files.file(PageAddress.SHELL).orElseThrow(), ASK_FIRST, request, response);
        return true;
    }

    private static void send(PageFile file, String cache, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean zipped = says(request.getHeader("Accept-Encoding"), "gzip");
        String tag = '"' + file.tag() + (zipped ? "-gzip" : "") + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", cache);
        response.setHeader("Vary", "Accept-Encoding");
        if (response.getStatus() == HttpServletResponse.SC_OK && says(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type());
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] body = zipped ? file.zipped() : file.bytes();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean says(String header, String word) {
        return header != null && header.contains(word);
    }
}
