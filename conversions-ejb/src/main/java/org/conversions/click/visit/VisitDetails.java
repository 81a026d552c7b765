package org.conversions.click.visit;

/**
 * The part of a visit that is kept for figures. What is not known is empty.
 *
 * @param place      of the visitor
 * @param agent      of the visitor
 * @param referer    the host of the page before, or {@link #DIRECT}
 * @param refererUrl the address of the page before
 * @param userAgent  as the browser sent it
 * @param ip         the visitor's address without its last part
 */
public record VisitDetails(Place place, UserAgent agent, String referer, String refererUrl, String userAgent, String ip) {

    /** Stands for the host of the page before where there was none. */
    public static final String DIRECT = "(direct)";
    public static final VisitDetails UNKNOWN = new VisitDetails(Place.UNKNOWN, UserAgent.UNKNOWN, "", "", "", "");
}
