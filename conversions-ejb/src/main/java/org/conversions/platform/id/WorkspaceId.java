package org.conversions.platform.id;

/** The id of a workspace: whose data something is. */
public record WorkspaceId(String value) implements RowId, Comparable<WorkspaceId> {

    public WorkspaceId {
        RowId.mustBeGiven(value);
    }

    /** @return null for null */
    public static WorkspaceId of(String value) {
        return value == null ? null : new WorkspaceId(value);
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
