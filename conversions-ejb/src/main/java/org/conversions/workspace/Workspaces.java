package org.conversions.workspace;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.conversions.platform.RequestRefused;

/** Reads and changes the settings of a workspace. */
@Stateless
public class Workspaces {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @throws RequestRefused not_found */
    public WorkspaceView get(String workspaceId) {
        Workspace workspace = database.find(Workspace.class, workspaceId);
        if (workspace == null) {
            throw RequestRefused.notFound("Workspace not found.");
        }
        return workspace.view();
    }

    /** @throws RequestRefused not_found; unprocessable_entity when a setting cannot be, and then nothing changes */
    public WorkspaceView update(String workspaceId, WorkspaceChange change) {
        Workspace workspace = locked(workspaceId);
        workspace.set(workspace.view().changedBy(change));
        return workspace.view();
    }

    /** @throws RequestRefused not_found */
    public StripeSettings update(String workspaceId, StripeSettings.Change change) {
        Workspace workspace = locked(workspaceId);
        WorkspaceView view = workspace.view();
        workspace.set(view.with(view.stripe().changedBy(change)));
        return workspace.view().stripe();
    }

    private Workspace locked(String workspaceId) {
        Workspace workspace = database.find(Workspace.class, workspaceId, LockModeType.PESSIMISTIC_WRITE);
        if (workspace == null) {
            throw RequestRefused.notFound("Workspace not found.");
        }
        return workspace;
    }
}
