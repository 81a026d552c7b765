package org.conversions.account;

import java.util.Map;
import java.util.Set;
import org.conversions.platform.id.WorkspaceId;

/**
 * A person signed in, failed to, or changed what opens their account, in this transaction.
 *
 * @param action     a word of the audit trail
 * @param details    for it, without secrets
 * @param recordedIn the workspaces that the person is a member of: it stands in their audit trails already
 */
public record PersonActed(String personId, String action, Map<String, ?> details, Set<WorkspaceId> recordedIn) {
}
