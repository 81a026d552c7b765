package org.conversions.setup;

/**
 * The operator's entries at the first start.
 *
 * @param ownerName     may be left out
 * @param stripeAccount the Stripe account to connect in live mode; null or empty for none
 */
public record SetupRequest(String ownerEmail, String ownerName, String ownerPassword, String workspaceName, String stripeAccount) {

    /** Leaves the password out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "SetupRequest[" + ownerEmail + ", " + workspaceName + "]";
    }
}
