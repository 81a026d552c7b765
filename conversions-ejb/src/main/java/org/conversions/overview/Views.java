package org.conversions.overview;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.conversions.platform.Ids;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;

/** The saved views of a workspace: those of all, and for each person their own. Each of them has a name once, in any case. */
@Stateless
public class Views {

    static final int PER_WORKSPACE_MAX = 2_000;
    static final int NAME_LENGTH_MAX = 60;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Authors authors;

    /** @return what somebody may see, by name */
    public List<SavedView> list(Teammate who, Page page) {
        List<StoredView> found = database.createQuery("select v from StoredView v where v.workspaceId = :workspace"
                        + " and v.ownerId in ('', :person) order by v.nameKey, v.id", StoredView.class)
                .setParameter("workspace", who.workspaceId()).setParameter("person", who.personId() == null ? "" : who.personId())
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        Authors.Known known = authors.of(found.stream().map(view -> view.authorId));
        return found.stream().map(view -> view.view(known.author(view.authorId))).toList();
    }

    /**
     * @param shared null for a view that all see
     * @throws RequestRefused unprocessable for a name or query that cannot be; conflict when there is a view of that name of the
     *                        same owner; forbidden when there are as many as there may be, and for who may write for themselves only
     */
    public SavedView create(Teammate who, String name, String query, Boolean shared) {
        StoredView view = new StoredView();
        view.id = Ids.next("view", clock);
        view.workspaceId = who.workspaceId();
        view.call(ShortText.checked("name", name, NAME_LENGTH_MAX));
        view.query = ViewQuery.checked(query);
        view.authorId = who.personId();
        view.share(who.shares(shared));
        view.createdAt = clock.instant();
        if (database.createQuery("select count(v) from StoredView v where v.workspaceId = :workspace", Long.class)
                .setParameter("workspace", who.workspaceId()).getSingleResult() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A workspace has at most " + PER_WORKSPACE_MAX + " saved views.");
        }
        refuseTaken(view);
        database.persist(view);
        return view(view);
    }

    /** Changes what is not null. @throws RequestRefused as {@link #create}; not found */
    public SavedView update(Teammate who, String viewId, String name, String query, Boolean shared) {
        StoredView view = locked(who, viewId);
        view.share(who.changes(view.shared(), view.authorId, shared));
        if (name != null) {
            view.call(ShortText.checked("name", name, NAME_LENGTH_MAX));
        }
        view.query = query == null ? view.query : ViewQuery.checked(query);
        refuseTaken(view);
        return view(view);
    }

    /** @throws RequestRefused not found; forbidden for who may not change what all see */
    public String delete(Teammate who, String viewId) {
        StoredView view = locked(who, viewId);
        who.changes(view.shared(), view.authorId, null);
        database.remove(view);
        return viewId;
    }

    private SavedView view(StoredView view) {
        return view.view(authors.of(view.authorId));
    }

    /** Two at the same moment meet at the unique key. */
    private void refuseTaken(StoredView view) {
        if (!database.createQuery("select v.id from StoredView v where v.workspaceId = :workspace and v.ownerId = :owner"
                        + " and v.nameKey = :name and v.id <> :id", String.class)
                .setParameter("workspace", view.workspaceId).setParameter("owner", view.ownerId)
                .setParameter("name", view.nameKey).setParameter("id", view.id).getResultList().isEmpty()) {
            throw RequestRefused.conflict("name_taken", "name: there is a view " + view.name);
        }
    }

    private StoredView locked(Teammate who, String viewId) {
        return database.createQuery("select v from StoredView v where v.workspaceId = :workspace and v.id = :id", StoredView.class)
                .setParameter("workspace", who.workspaceId()).setParameter("id", viewId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream()
                .filter(view -> view.shared() || view.ownerId.equals(who.personId())).findFirst()
                .orElseThrow(() -> RequestRefused.notFound("view_not_found", "The view was not found."));
    }
}
