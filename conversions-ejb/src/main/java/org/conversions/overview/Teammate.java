package org.conversions.overview;

import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/**
 * Somebody of a workspace, and the rules for what is theirs and what is of all. What is of one person, nobody else sees.
 * Pure.
 *
 * @param personId null for a key
 * @param writes   whether they may write what all see
 */
public record Teammate(WorkspaceId workspaceId, String personId, boolean writes) {

    /**
     * @param wanted null for the default, which is that all see it
     * @return whether all are to see what is made
     * @throws RequestRefused forbidden for who may write for themselves only; unprocessable for a key that is nobody
     */
    boolean shares(Boolean wanted) {
        boolean shared = wanted == null || wanted;
        if (shared && !writes) {
            throw readsOnly();
        }
        if (!shared && personId == null) {
            throw RequestRefused.unprocessable("field_not_supported", "shared: what a key makes is for the whole workspace");
        }
        return shared;
    }

    /**
     * @param shared   whether all see it
     * @param authorId who wrote it
     * @param wanted   null to leave that
     * @return whether all are to see it from now on
     * @throws RequestRefused forbidden for who may not change what all see, and for who would take it from all but its author
     */
    boolean changes(boolean shared, String authorId, Boolean wanted) {
        boolean after = wanted == null ? shared : wanted;
        if ((shared || after) && !writes) {
            throw readsOnly();
        }
        if (shared && !after && (personId == null || !personId.equals(authorId))) {
            throw RequestRefused.forbidden("not_the_author", "shared: only its author can keep it from the others");
        }
        return after;
    }

    private static RequestRefused readsOnly() {
        return RequestRefused.forbidden("role_too_narrow", "Your role in this workspace, viewer, does not allow to change what all see."
                + " Ask an owner.");
    }
}
