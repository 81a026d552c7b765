package org.conversions.payout.profile;

import java.util.Locale;
import java.util.Set;
import org.conversions.platform.RequestRefused;

/**
 * An address in parts, as banks want it: one without a town or country is refused by them.
 *
 * @param street         null when there is none
 * @param buildingNumber null when there is none
 * @param postalCode     null when there is none
 * @param country        two capital letters of ISO 3166
 */
public record PostalAddress(String street, String buildingNumber, String postalCode, String city, String country) {

    static final int STREET_MAX = 70;
    static final int BUILDING_MAX = 16;
    static final int POSTAL_CODE_MAX = 16;
    static final int CITY_MAX = 35;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /**
     * @param field the name of the address in the request
     * @return the address without white space around its parts
     * @throws RequestRefused unprocessable, naming the field
     */
    public PostalAddress checked(String field) {
        String land = ProfileText.required(field + ".country", country, 2);
        if (!COUNTRIES.contains(land)) {
            throw RequestRefused.unprocessable("field_malformed", field + ".country: must be two capital letters of ISO 3166");
        }
        return new PostalAddress(ProfileText.optional(field + ".street", street, STREET_MAX),
                ProfileText.optional(field + ".buildingNumber", buildingNumber, BUILDING_MAX),
                ProfileText.optional(field + ".postalCode", postalCode, POSTAL_CODE_MAX),
                ProfileText.required(field + ".city", city, CITY_MAX), land);
    }
}
