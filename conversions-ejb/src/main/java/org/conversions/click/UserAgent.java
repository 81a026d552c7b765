package org.conversions.click;

/**
 * What a visitor used; empty where it is not known.
 *
 * @param device Desktop, Mobile, Tablet, TV or Console
 */
public record UserAgent(String device, String browser, String os) {

    static final UserAgent UNKNOWN = new UserAgent("", "", "");
}
