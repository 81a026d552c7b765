package org.conversions.customer;

import java.util.Locale;
import org.conversions.workspace.Mode;

/**
 * What somebody knows about a buyer. Everything but the workspace and the mode may be null; blank is null.
 *
 * @param externalId       the merchant's id
 * @param standIn          takes the place of the external id when a customer has to be made without one
 * @param connectionId     the Stripe connection within which the Stripe customer id is unique
 * @param click            the click that brought the buyer, already checked to be one of this workspace
 */
public record Identity(String workspaceId, Mode mode, String externalId, String standIn, String connectionId,
                       String stripeCustomerId, String name, String email, String avatar, String country,
                       CustomerClick click) {

    public Identity {
        externalId = blankToNull(externalId);
        standIn = blankToNull(standIn);
        stripeCustomerId = blankToNull(stripeCustomerId);
        name = cut(blankToNull(name), 190);
        email = cut(blankToNull(email), 190);
        avatar = cut(blankToNull(avatar), 2000);
        country = country != null && country.matches("[A-Za-z]{2}") ? country.toUpperCase(Locale.ROOT) : null;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String cut(String text, int max) {
        return text == null || text.length() <= max ? text : text.substring(0, max);
    }
}
