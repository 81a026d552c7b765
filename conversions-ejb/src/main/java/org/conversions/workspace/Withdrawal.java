package org.conversions.workspace;

import java.util.List;
import org.conversions.platform.id.WorkspaceId;

/**
 * Things of a workspace that are taken away as if they had never been: all of them are of the sandbox.
 *
 * @param mark      is in the ids at Stripe of all buyers and payments that are meant, and in no others
 * @param links     the ids of the links, with all that came by them
 * @param program   the program of these links, with what its partner earned; null for none, as the others
 */
public record Withdrawal(WorkspaceId workspaceId, String mark, List<String> links, String connection, String program, String partner) {
}
