package org.conversions.platform.id;

/** The id of a workspace: whose data something is. */
public record WorkspaceId(String value) implements RowId, Comparable<WorkspaceId> {

    public WorkspaceId {
        RowId.mustBeGiven(value);
    }

    /** @return the id that a caller or a nullable column names; null for null and for a blank text, which can be none */
    public static WorkspaceId of(String value) {
        return value == null || value.isBlank() ? null : new WorkspaceId(value);
    }

    @Override
    public int compareTo(WorkspaceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
