package org.conversions.account.invitation;

import org.conversions.account.Role;

/**
 * An invitation as the one who holds its link sees it.
 *
 * @param signUp whether nobody has this email yet, so that accepting makes a person
 */
public record OpenInvitation(String workspaceName, String email, Role role, boolean signUp) {
}
