package org.conversions.account.reset;

import java.util.List;
import java.util.Optional;
import org.conversions.account.MembershipView;
import org.conversions.account.PersonView;
import org.conversions.account.Role;
import org.conversions.platform.RequestRefused;

/**
 * The rule about whose password an owner may reset: whoever can set a password becomes that person, everywhere. So all that
 * the person has access to must be the owner's own. Pure.
 */
final class OwnersReach {

    private OwnersReach() {
    }

    /**
     * @param ownerId   the owner who asks
     * @param owned     the owner's memberships
     * @param person    whose password it is
     * @param belonging that person's memberships
     * @param elsewhere whether the person has access to what is no workspace's, too
     * @return why not; empty when the owner may
     */
    static Optional<RequestRefused> refusal(String ownerId, List<MembershipView> owned, PersonView person,
                                            List<MembershipView> belonging, boolean elsewhere) {
        if (person.id().equals(ownerId)) {
            return refuse("own_password", "Change your own password in your account, with the current one.");
        }
        if (person.operator()) {
            return refuse("person_is_operator", "This person operates the server. Only an operator can reset their password.");
        }
        if (elsewhere) {
            return refuse("person_is_partner",
                    "This person belongs to a partner, too. The person can ask for a mail, or the operator for a link.");
        }
        boolean within = belonging.stream().allMatch(membership -> owned.stream().anyMatch(own ->
                own.workspaceId().equals(membership.workspaceId()) && own.role() == Role.OWNER));
        return within ? Optional.empty() : refuse("person_of_other_workspace",
                "This person belongs to workspaces of others, too. The person can ask for a mail, or the operator for a link.");
    }

    private static Optional<RequestRefused> refuse(String reason, String message) {
        return Optional.of(RequestRefused.forbidden(reason, message));
    }
}
