package org.conversions.setup;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.conversions.access.FirstKeys;
import org.conversions.address.EmailAddress;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.NewWorkspace;
import org.conversions.workspace.WorkspaceView;

/**
 * The draft of the first start: a workspace, and those of an owner, keys and a Stripe account that are given.
 *
 * @param owner         the person who signs in to the dashboard
 * @param stripeAccount the account to connect in live mode
 */
record Founding(NewWorkspace workspace, FirstKeys keys, Optional<Owner> owner, Optional<String> stripeAccount) {

    private static final Pattern STRIPE_ACCOUNT = Pattern.compile("acct_[A-Za-z0-9]{1,50}");

    /** @throws RequestRefused unprocessable_entity, naming the first field that cannot be */
    Founding {
        stripeAccount.ifPresent(account -> {
            if (!STRIPE_ACCOUNT.matcher(account).matches()) {
                throw RequestRefused.unprocessable("field_malformed",
                        "stripeAccount: must be the id of a Stripe account (acct_…)");
            }
        });
    }

    /**
     * @param workspaceName 1 to 190 characters
     * @throws RequestRefused unprocessable_entity, naming the first field that cannot be
     */
    static Founding of(String workspaceName, Optional<Owner> owner, FirstKeys keys,
                       Optional<String> stripeAccount) {
        WorkspaceView.checkName("workspaceName", workspaceName);
        return new Founding(new NewWorkspace(workspaceName, null, null), keys, owner, stripeAccount);
    }

    /** The first member. @param email in lower case */
    record Owner(String email, String password) {

        private static final int PASSWORD_MIN = 12;
        private static final int PASSWORD_MAX = 200;

        /** @throws RequestRefused unprocessable_entity, naming the field */
        Owner {
            if (!EmailAddress.isAddress(email)) {
                throw RequestRefused.unprocessable("field_malformed", "ownerEmail: must be an e-mail address");
            }
            if (password == null || password.length() < PASSWORD_MIN || password.length() > PASSWORD_MAX) {
                throw RequestRefused.unprocessable("field_length_invalid",
                        "ownerPassword: must have " + PASSWORD_MIN + " to " + PASSWORD_MAX + " characters");
            }
            email = email.toLowerCase(Locale.ROOT);
        }

        /** Leaves the password out, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "Owner[" + email + "]";
        }
    }
}
