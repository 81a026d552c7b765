package org.conversions.workspace;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;

/** Makes workspaces, and reads and changes the settings of one. */
@Stateless
public class Workspaces {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    @Inject
    private Clock clock;
    @Inject
    private WorkspaceRows rows;
    @Inject
    private Event<CurrencyChanged> currencyChanged;

    /**
     * Makes a workspace with a secret and a publishable key in either mode: those that the draft does not bring are made.
     *
     * @throws RequestRefused conflict for a slug or a key that another workspace has
     */
    public CreatedWorkspace create(NewWorkspace draft) {
        NewWorkspace complete = draft.withKeys();
        WorkspaceView workspace = rows.create(complete, Optional.empty());
        return new CreatedWorkspace(workspace, complete.keys());
    }

    /** @return workspaces of this server, the oldest first */
    public List<WorkspaceView> list(Page page) {
        return database.createQuery("select w from Workspace w order by w.id", Workspace.class)
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream().map(Workspace::view).toList();
    }

    /** @throws RequestRefused not_found */
    public WorkspaceView get(String workspaceId) {
        Workspace workspace = database.find(Workspace.class, workspaceId);
        if (workspace == null) {
            throw RequestRefused.notFound("Workspace not found.");
        }
        return workspace.view();
    }

    /**
     * Changes settings. Another currency is also told by {@link CurrencyChanged}: who has figures in the old one may refuse.
     *
     * @throws RequestRefused not_found; unprocessable_entity when a setting cannot be, and then nothing changes
     */
    public WorkspaceView update(String workspaceId, WorkspaceChange change) {
        Workspace workspace = locked(workspaceId);
        WorkspaceView before = workspace.view();
        workspace.set(before.changedBy(change).changedAt(clock.instant(), before));
        if (!workspace.currency.equals(before.currency())) {
            currencyChanged.fire(new CurrencyChanged(workspaceId, workspace.currency));
        }
        return workspace.view();
    }

    /** @throws RequestRefused not_found */
    public StripeSettings update(String workspaceId, StripeSettings.Change change) {
        Workspace workspace = locked(workspaceId);
        WorkspaceView before = workspace.view();
        workspace.set(before.with(before.stripe().changedBy(change)).changedAt(clock.instant(), before));
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
