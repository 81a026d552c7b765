package org.conversions.setup;

import java.util.Optional;
import java.util.regex.Pattern;
import org.conversions.access.FirstKeys;
import org.conversions.account.NewPerson;
import org.conversions.account.People;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.NewWorkspace;
import org.conversions.workspace.WorkspaceView;

/**
 * The draft of the first start: a workspace, and those of an owner, keys and a Stripe account that are given.
 *
 * @param owner         the person who signs in to the dashboard, and operates the server
 * @param stripeAccount the account to connect in live mode
 */
record Founding(NewWorkspace workspace, FirstKeys keys, Optional<People.Prepared> owner, Optional<String> stripeAccount) {

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
    static Founding of(String workspaceName, Optional<People.Prepared> owner, FirstKeys keys,
                       Optional<String> stripeAccount) {
        WorkspaceView.checkName("workspaceName", workspaceName);
        return new Founding(new NewWorkspace(workspaceName, null, null), keys, owner, stripeAccount);
    }

    /**
     * @param name may be null
     * @throws RequestRefused unprocessable_entity, naming the field as the set-up calls it
     */
    static NewPerson owner(String email, String name, String password) {
        NewPerson.checkPassword("ownerPassword", password);
        return new NewPerson(NewPerson.checkedEmail("ownerEmail", email), name, password);
    }
}
