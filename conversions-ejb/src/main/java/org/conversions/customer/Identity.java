package org.conversions.customer;

import static org.conversions.customer.CustomerDetails.blankToNull;

import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * A report about a buyer: its names, its details, and the click that brought it.
 *
 * @param byEmail    true when a buyer may be recognised by the email alone
 * @param reportedAt by the clock of the source
 * @param credence   the worth of the details against those of other reports, and of the click for a customer who has one
 *                   already
 */
public record Identity(WorkspaceId workspaceId, Mode mode, Names names, CustomerDetails details, Origin origin, boolean byEmail,
                       Instant reportedAt, Credence credence) {

    /** As long as an id of Stripe's. */
    private static final int PLACEHOLDER_MAX = 255;

    /**
     * The names that a buyer is known by. All of them may be null; blank is null.
     *
     * @param externalId  the merchant's id
     * @param placeholder takes the place of the external id when a customer has to be made without one
     */
    public record Names(String externalId, String placeholder, String stripeCustomerId) {

        public Names {
            externalId = blankToNull(externalId);
            placeholder = CustomerDetails.cut(blankToNull(placeholder), PLACEHOLDER_MAX);
            stripeCustomerId = blankToNull(stripeCustomerId);
        }

        public static Names external(String externalId) {
            return new Names(externalId, null, null);
        }
    }

    /**
     * The click that brought a buyer.
     *
     * @param click   already checked to be one of this workspace; or null
     * @param country of the click; counts as long as no other is reported
     */
    public record Origin(CustomerClick click, String country) {

        public static final Origin UNKNOWN = new Origin(null, null);

        public Origin {
            country = CustomerDetails.country(country);
        }
    }

    public Identity {
        details = details.kept();
    }

    /** @return an email as buyers are recognised by it; see {@link CustomerDetails#emailKey} */
    public static String emailKey(String email) {
        return CustomerDetails.emailKey(email);
    }

    /** @return the time that name, email and country count from */
    Instant detailsAt() {
        return credence.countsFrom(reportedAt);
    }

    boolean unverified() {
        return credence == Credence.UNVERIFIED;
    }
}
