package org.conversions.click.redirect;

/** The answer to a visitor of an address. */
public sealed interface RedirectDecision {

    /** Nothing is there. @param url where the domain sends such visitors instead, or null */
    record NotFound(String url) implements RedirectDecision {
    }

    /** The password of the link is asked for. */
    record Locked() implements RedirectDecision {
    }

    /** The link has had its time. @param url where it leads since, or null */
    record Expired(String url) implements RedirectDecision {
    }

    /** A program that draws a preview is shown what the merchant wrote for it. @param url where people are sent */
    record Preview(String url) implements RedirectDecision {
    }

    /**
     * The destination is shown in a frame under the address of the link.
     *
     * @param variant which of a test's destinations it is, or null
     */
    record Framed(String url, String variant) implements RedirectDecision {
    }

    /** The visitor goes on to the destination. @param variant which of a test's destinations it is, or null */
    record SentOn(String url, String variant) implements RedirectDecision {
    }
}
