package org.conversions.web.redirect;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.conversions.link.LinkPreview;
import org.conversions.link.LinkRules;

/**
 * The pages that a visitor of a short link may see instead of the destination. They load nothing, run no script, and
 * show the merchant's words as text. A client that asks for no page gets a line of plain text.
 *
 * @param policy the Content-Security-Policy
 * @param text   the line for who asks for no page; null for a page that is one for everybody
 */
record VisitorPage(int status, String policy, String html, String text) {

    private static final int TOO_MANY_REQUESTS = 429;

    private static final String STYLE = """
            :root{color-scheme:light dark;--ground:#f6f6f3;--sheet:#fff;--ink:#1c1f22;--quiet:#5d6369;--line:#8b9096;\
            --accent:#0b5d4b;--on-accent:#fff;--wrong:#a3231a}
            @media(prefers-color-scheme:dark){:root{--ground:#16181a;--sheet:#1f2225;--ink:#eceded;--quiet:#a2a8ad;\
            --line:#777e84;--accent:#6fd3b5;--on-accent:#10201b;--wrong:#ff9d94}}
            *{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.25rem;background:var(--ground);\
            color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
            main{width:100%;max-width:26rem;padding:2rem;border-radius:.75rem;background:var(--sheet);\
            overflow-wrap:anywhere}
            h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.2;text-wrap:balance}
            p{margin:0 0 1rem;color:var(--quiet)}
            p:last-child{margin:0}
            a{color:var(--accent)}
            form{margin-top:1.5rem}
            label{display:block;margin-bottom:.25rem;font-weight:600}
            input{width:100%;padding:.6rem .75rem;border:1px solid var(--line);border-radius:.5rem;\
            background:var(--ground);color:inherit;font:inherit}
            button{margin-top:1rem;padding:.6rem 1.1rem;border:0;border-radius:.5rem;background:var(--accent);\
            color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
            :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            .wrong{margin:.5rem 0 0;color:var(--wrong);font-weight:600}
            """;
    private static final String FRAME_STYLE =
            "html,body{margin:0;height:100%;overflow:hidden}iframe{display:block;width:100%;height:100%;border:0}";

    /** The policy, without form-action: browsers hold the redirects after a form to it, and these lead to the destination. */
    private static final String CLOSED = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src ";
    private static final String POLICY = CLOSED + hash(STYLE);

    static VisitorPage notFound() {
        return message(HttpServletResponse.SC_NOT_FOUND, "Nothing is here", "There is no link at this address.",
                "Check the address for a typing mistake, or ask whoever gave it to you.");
    }

    static VisitorPage expired() {
        return message(HttpServletResponse.SC_GONE, "This link has expired", "This link has expired.",
                "It led somewhere once, but its time is over. Ask whoever gave it to you for a new one.");
    }

    static VisitorPage unavailable() {
        return message(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Not just now", "Please try again in a moment.",
                "This server is busy. Reload the page in a moment.");
    }

    static VisitorPage tooManyMisses() {
        return message(TOO_MANY_REQUESTS, "Not so fast", "Too many addresses that lead nowhere. Try again in a minute.",
                "So many addresses that lead nowhere were asked for from your network that no more are looked up for a"
                        + " minute.");
    }

    static VisitorPage locked(LinkLock.Proof proof) {
        return switch (proof) {
            case NONE, RIGHT -> password(HttpServletResponse.SC_OK, null);
            case WRONG -> password(HttpServletResponse.SC_FORBIDDEN, "This is not the password.");
            case TOO_MANY_TRIES -> password(TOO_MANY_REQUESTS, "Too many wrong passwords. Try again in "
                    + PasswordAttempts.FORGOTTEN_AFTER.toMinutes() + " minutes.");
        };
    }

    /** The page for programs that draw previews. @param url where people are sent */
    static VisitorPage preview(LinkRules rules, String url) {
        LinkPreview preview = rules.preview();
        String title = preview.title() == null ? host(url) : preview.title();
        String image = web(preview.image());
        String video = web(preview.video());
        StringBuilder head = new StringBuilder();
        meta(head, "name", "description", preview.description());
        meta(head, "property", "og:type", "website");
        meta(head, "property", "og:title", title);
        meta(head, "property", "og:description", preview.description());
        meta(head, "property", "og:image", image);
        meta(head, "property", "og:video", video);
        meta(head, "name", "twitter:card", image == null ? "summary" : "summary_large_image");
        meta(head, "name", "twitter:title", title);
        meta(head, "name", "twitter:description", preview.description());
        meta(head, "name", "twitter:image", image);
        return new VisitorPage(HttpServletResponse.SC_OK, POLICY, page(title, head.toString(), STYLE, !rules.doIndex(),
                "<main>\n<h1>" + text(title) + "</h1>\n"
                        + (preview.description() == null ? "" : "<p>" + text(preview.description()) + "</p>\n")
                        + "<p><a href=\"" + text(url) + "\">" + text(host(url)) + "</a></p>\n</main>"), null);
    }

    /** The destination under the address of the link. */
    static VisitorPage frame(LinkRules rules, String url) {
        String title = rules.preview().title() == null ? host(url) : rules.preview().title();
        URI address = URI.create(url);
        return new VisitorPage(HttpServletResponse.SC_OK, CLOSED + hash(FRAME_STYLE) + "; frame-src "
                + address.getScheme() + "://" + address.getRawAuthority(),
                page(title, "", FRAME_STYLE, !rules.doIndex(),
                        // It must not lead the window itself elsewhere.
                        "<iframe sandbox=\"allow-scripts allow-same-origin allow-forms allow-popups"
                                + " allow-popups-to-escape-sandbox\" src=\"" + text(url) + "\" title=\"" + text(title)
                                + "\"></iframe>"), null);
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "private, no-store");
        if (text != null && !wantsPage(request)) {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println(text);
            return;
        }
        response.setHeader("Content-Security-Policy", policy);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().print(html);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Accept")).orElse("").toLowerCase(Locale.ROOT)
                .contains("text/html");
    }

    private static VisitorPage message(int status, String title, String line, String advice) {
        return new VisitorPage(status, POLICY, page(title, "", STYLE, true,
                "<main>\n<h1>" + title + "</h1>\n<p>" + advice + "</p>\n</main>"), line);
    }

    private static VisitorPage password(int status, String problem) {
        String wrong = problem == null ? ""
                : "<p class=\"wrong\" id=\"wrong\" role=\"alert\">" + problem + "</p>\n";
        String marks = problem == null ? "" : " aria-invalid=\"true\" aria-describedby=\"wrong\"";
        return new VisitorPage(status, POLICY, page("Password needed", "", STYLE, true, """
                <main>
                <h1>Password needed</h1>
                <p>Whoever gave you this link has protected it with a password.</p>
                <form method="post">
                <label for="password">Password</label>
                <input type="password" id="password" name="%s" autocomplete="off" required autofocus%s>
                %s<button>Open the link</button>
                </form>
                </main>""".formatted(LinkLock.FIELD, marks, wrong)),
                problem == null ? "This link needs a password." : problem);
    }

    private static String page(String title, String head, String style, boolean noindex, String body) {
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + text(title)
                + "</title>\n" + (noindex ? "<meta name=\"robots\" content=\"noindex\">\n" : "") + head
                + "<style>" + style + "</style>\n</head>\n<body>\n" + body + "\n</body>\n</html>\n";
    }

    private static void meta(StringBuilder head, String kind, String name, String content) {
        if (content != null) {
            head.append("<meta ").append(kind).append("=\"").append(name).append("\" content=\"")
                    .append(text(content)).append("\">\n");
        }
    }

    /** @return null for what is no web address */
    private static String web(String url) {
        return url != null && List.of("http://", "https://").stream()
                .anyMatch(start -> url.regionMatches(true, 0, start, 0, start.length())) ? url : null;
    }

    private static String host(String url) {
        return URI.create(url).getRawAuthority();
    }

    /** @return the text as it stands in HTML, in an attribute too */
    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
