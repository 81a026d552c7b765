package org.conversions.workspace;

/** What the set-up made. The two keys cannot be shown again. */
public record SetupResult(String workspaceId, String secretKey, String publishableKey) {

    /** Without the keys, so that they cannot get into a log. */
    @Override
    public String toString() {
        return "SetupResult[" + workspaceId + "]";
    }
}
