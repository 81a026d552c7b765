package org.conversions.workspace;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.Ids;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/** Makes workspaces, and reads and changes the settings of one. */
@Stateless
public class Workspaces {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    @Inject
    private Clock clock;
    @Inject
    private DefaultPlan defaultPlan;
    @Inject
    private Event<WorkspaceCreated> created;
    @Inject
    private Event<CurrencyChanged> currencyChanged;
    @Inject
    private Event<SettingsChanged> settingsChanged;

    /**
     * @param stripeAccount the account to connect in live mode
     * @throws RequestRefused conflict for a slug that another workspace has
     */
    public WorkspaceView create(NewWorkspace draft, Optional<String> stripeAccount) {
        if (!database.createQuery("select w.id from Workspace w where w.slug = :slug", WorkspaceId.class)
                .setParameter("slug", draft.slug()).getResultList().isEmpty()) {
            throw RequestRefused.conflict("slug_taken", "slug: there is a workspace " + draft.slug());
        }
        Workspace workspace = new Workspace();
        workspace.set(WorkspaceView.created(new WorkspaceId(Ids.next("ws", clock)), draft, defaultPlan.plan(), clock.instant()));
        database.persist(workspace);
        created.fire(new WorkspaceCreated(workspace.id, stripeAccount));
        return workspace.view();
    }

    /** @return workspaces of this server, the oldest first */
    public List<WorkspaceView> list(Page page) {
        return database.createQuery("select w from Workspace w order by w.id", Workspace.class)
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream().map(Workspace::view).toList();
    }

    /** @return the ids of all workspaces of this server */
    public List<WorkspaceId> ids() {
        return database.createQuery("select w.id from Workspace w order by w.id", WorkspaceId.class).getResultList();
    }

    /** @return the workspaces with these ids */
    public List<WorkspaceView> ofIds(Collection<WorkspaceId> ids) {
        return ids.isEmpty() ? List.of() : database.createQuery("select w from Workspace w where w.id in :ids", Workspace.class)
                .setParameter("ids", ids).getResultStream().map(Workspace::view).toList();
    }

    /** @throws RequestRefused not_found */
    public WorkspaceView get(WorkspaceId workspaceId) {
        Workspace workspace = database.find(Workspace.class, workspaceId);
        if (workspace == null) {
            throw notFound();
        }
        return workspace.view();
    }

    /**
     * Changes settings. Another currency also fires {@link CurrencyChanged}: rooms that have figures in the old one may refuse.
     *
     * @throws RequestRefused not_found; unprocessable_entity when a setting cannot be, and then nothing changes
     */
    public WorkspaceView update(WorkspaceId workspaceId, WorkspaceChange change) {
        Workspace workspace = locked(workspaceId);
        WorkspaceView before = workspace.view();
        workspace.set(before.changedBy(change).changedAt(clock.instant(), before));
        if (!workspace.currency.equals(before.currency())) {
            currencyChanged.fire(new CurrencyChanged(workspaceId, workspace.currency));
        }
        settingsChanged.fire(new SettingsChanged(before, workspace.view()));
        return workspace.view();
    }

    /** @throws RequestRefused not_found */
    public StripeSettings update(WorkspaceId workspaceId, StripeSettings.Change change) {
        Workspace workspace = locked(workspaceId);
        WorkspaceView before = workspace.view();
        workspace.set(before.with(before.stripe().changedBy(change)).changedAt(clock.instant(), before));
        settingsChanged.fire(new SettingsChanged(before, workspace.view()));
        return workspace.view().stripe();
    }

    /**
     * Keeps others who lock the workspace out until the end of the transaction.
     *
     * @throws RequestRefused not_found
     */
    public void lock(WorkspaceId workspaceId) {
        locked(workspaceId);
    }

    private Workspace locked(WorkspaceId workspaceId) {
        Workspace workspace = database.find(Workspace.class, workspaceId, LockModeType.PESSIMISTIC_WRITE);
        if (workspace == null) {
            throw notFound();
        }
        return workspace;
    }

    static RequestRefused notFound() {
        return RequestRefused.notFound("workspace_not_found", "Workspace not found.");
    }
}
