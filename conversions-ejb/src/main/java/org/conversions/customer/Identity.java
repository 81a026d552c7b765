package org.conversions.customer;

import java.time.Instant;
import java.util.Locale;
import org.conversions.platform.TextColumn;
import org.conversions.workspace.Mode;

/**
 * What somebody knows about a buyer. Everything but the workspace, the mode and the time may be null; blank is null.
 *
 * @param externalId       the merchant's id
 * @param placeholder          takes the place of the external id when a customer has to be made without one
 * @param click            the click that brought the buyer, already checked to be one of this workspace
 * @param clickCountry     where the click came from; counts as long as nobody tells a country
 * @param byEmail          true when a buyer may be recognised by the email alone
 * @param reportedAt           when this was told, by the teller's clock
 * @param credence         how far name, email and country count against what others have told, and whether the click may
 *                         bring a customer who has one already
 */
public record Identity(String workspaceId, Mode mode, String externalId, String placeholder,
                       String stripeCustomerId, String name, String email, String avatar, String country,
                       CustomerClick click, String clickCountry, boolean byEmail, Instant reportedAt, Credence credence) {

    /** As long as the columns of names and ids. */
    private static final int TEXT_MAX = TextColumn.LENGTH_MAX;
    /** As long as an id of Stripe's. */
    private static final int STAND_IN_MAX = 255;

    public Identity {
        externalId = blankToNull(externalId);
        placeholder = cut(blankToNull(placeholder), STAND_IN_MAX);
        stripeCustomerId = blankToNull(stripeCustomerId);
        name = cut(blankToNull(name), TEXT_MAX);
        email = cut(blankToNull(email), TEXT_MAX);
        avatar = cut(blankToNull(avatar), 2000);
        country = country(country);
        clickCountry = country(clickCountry);
    }

    /** @return an email as buyers are recognised by it: in lower case, and cut as the email itself is; null for null */
    public static String emailKey(String email) {
        return email == null ? null : cut(email.strip().toLowerCase(Locale.ROOT), TEXT_MAX);
    }

    /** @return the time that name, email and country count from */
    Instant detailsAt() {
        return credence.countsFrom(reportedAt);
    }

    boolean unverified() {
        return credence == Credence.UNVERIFIED;
    }

    private static String country(String code) {
        return code != null && code.matches("[A-Za-z]{2}") ? code.toUpperCase(Locale.ROOT) : null;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String cut(String text, int max) {
        return text == null || text.length() <= max ? text : text.substring(0, max);
    }
}
