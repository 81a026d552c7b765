package org.conversions.web.track;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.conversions.address.Destination;
import org.conversions.customer.CustomerDetails;
import org.conversions.address.EmailAddress;
import org.conversions.platform.RequestRefused;

/** Checks the fields of reported leads and sales. What is blank is absent. */
public final class TrackFields {

    /** The words of a payment processor; the last one is any other. */
    public static final List<String> PROCESSORS = List.of("stripe", "shopify", "polar", "paddle", "apple", "revenuecat", "lemonsqueezy",
            "dub", "custom");
    public static final int EVENT_NAME_MAX = 255;
    public static final int EXTERNAL_ID_MAX = 100;
    static final int PERSON_MAX = 100;
    private static final int AVATAR_MAX = 2_000;

    private static final int METADATA_MAX = 10_000;

    private TrackFields() {
    }

    /** @throws RequestRefused unprocessable when it is absent or too long */
    public static String required(String name, String value, int max) {
        String given = optional(name, value, max);
        if (given == null) {
            throw RequestRefused.unprocessable("field_missing", name + ": is required");
        }
        return given;
    }

    /** @return null when it is absent. @throws RequestRefused unprocessable when it is too long */
    public static String optional(String name, String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > max) {
            throw RequestRefused.unprocessable("field_too_long", name + ": must have at most " + max + " characters");
        }
        return value.strip();
    }

    /** @throws RequestRefused unprocessable */
    static String email(String value) {
        String email = optional("customerEmail", value, PERSON_MAX);
        if (email != null && !EmailAddress.isOnTheInternet(email)) {
            throw RequestRefused.unprocessable("field_malformed", "customerEmail: must be an email address");
        }
        return email;
    }

    /** @return the address of a picture, as it can stand in a page; null when it is absent. @throws RequestRefused unprocessable */
    static String image(String name, String value) {
        String given = optional(name, value, AVATAR_MAX);
        return given == null ? null : Destination.check(name, given);
    }

    /** @throws RequestRefused unprocessable, naming the field */
    public static CustomerDetails details(String name, String email, String avatar) {
        return new CustomerDetails(optional("customerName", name, PERSON_MAX), email(email), image("customerAvatar", avatar),
                null);
    }

    /** @return as JSON text, or null. @throws RequestRefused unprocessable */
    public static String metadata(JsonNode metadata) {
        if (metadata == null || metadata.isNull()) {
            return null;
        }
        String text = metadata.toString();
        if (!metadata.isObject() || text.length() > METADATA_MAX) {
            throw RequestRefused.unprocessable("field_malformed",
                    "metadata: must be an object of at most " + METADATA_MAX
                    + " characters");
        }
        return text;
    }
}
