package org.conversions.click.visit;

/**
 * The device and the programs of a visitor. What is not known is empty.
 *
 * @param device Desktop, Mobile, Tablet, TV or Console
 */
public record UserAgent(String device, String browser, String os) {

    public static final UserAgent UNKNOWN = new UserAgent("", "", "");
}
