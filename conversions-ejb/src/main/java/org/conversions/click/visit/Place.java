package org.conversions.click.visit;

/**
 * The place of a visitor. What is not known is empty.
 *
 * @param country   two capital letters, ISO 3166-1
 * @param region    country and part of it, ISO 3166-2
 * @param continent AF, AN, AS, EU, NA, OC or SA
 */
public record Place(String country, String region, String city, String continent) {

    static final int CITY_LENGTH_MAX = 100;

    public static final Place UNKNOWN = new Place("", "", "", "");
}
