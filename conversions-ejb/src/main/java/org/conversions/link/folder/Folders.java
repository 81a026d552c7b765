package org.conversions.link.folder;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.conversions.link.tag.TagName;
import org.conversions.platform.Ids;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;

/** The folders of a workspace. */
@Stateless
public class Folders {

    static final int PER_WORKSPACE_MAX = 1_000;
    static final int DESCRIPTION_MAX = 2_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Event<FolderDeleted> deleted;

    /** @param search part of the name in any case, or null @return the newest first */
    public List<FolderView> list(WorkspaceId workspaceId, String search, Page page) {
        Conditions conditions = new Conditions("f.workspaceId = :workspace", workspaceId)
                .andContains("lower(f.name) like :search escape '!'", "search", search);
        return conditions.bind(database.createQuery("select f from Folder f" + conditions.text() + " order by f.id desc",
                        Folder.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream().map(Folder::view).toList();
    }

    /** @throws RequestRefused not found */
    public FolderView get(WorkspaceId workspaceId, String folderId) {
        return found(workspaceId, folderId, LockModeType.NONE).view();
    }

    /**
     * @throws RequestRefused unprocessable for what cannot be; conflict when there is a folder of that name; forbidden
     *                        when the workspace has as many as it may have
     */
    public FolderView create(WorkspaceId workspaceId, FolderDraft draft) {
        if (database.createQuery("select count(f) from Folder f where f.workspaceId = :workspace", Long.class)
                .setParameter("workspace", workspaceId).getSingleResult() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("limit_reached",
                    "A workspace has at most " + PER_WORKSPACE_MAX + " folders.");
        }
        Folder folder = new Folder();
        folder.id = Ids.next("fold", clock);
        folder.workspaceId = workspaceId;
        folder.createdAt = clock.instant();
        write(draft, folder);
        database.persist(folder);
        return folder.view();
    }

    /** @throws RequestRefused as {@link #create}; not found */
    public FolderView update(WorkspaceId workspaceId, String folderId, UnaryOperator<FolderDraft> change) {
        Folder folder = found(workspaceId, folderId, LockModeType.PESSIMISTIC_WRITE);
        FolderDraft after = change.apply(folder.draft());
        if (!after.equals(folder.draft())) {
            write(after, folder);
        }
        return folder.view();
    }

    /** Deletes a folder; its links stay, outside of any folder. @throws RequestRefused not found */
    public String delete(WorkspaceId workspaceId, String folderId) {
        Folder folder = found(workspaceId, folderId, LockModeType.PESSIMISTIC_WRITE);
        deleted.fire(new FolderDeleted(workspaceId, folderId));
        database.remove(folder);
        return folderId;
    }

    private void write(FolderDraft draft, Folder folder) {
        folder.name = TagName.checked(draft.name());
        if (draft.description() != null && draft.description().length() > DESCRIPTION_MAX) {
            throw RequestRefused.unprocessable("field_too_long",
                    "description: must be at most " + DESCRIPTION_MAX + " characters");
        }
        folder.description = draft.description();
        folder.updatedAt = clock.instant();
        if (!database.createQuery("select f.id from Folder f where f.workspaceId = :workspace and f.name = :name"
                        + " and f.id <> :id", String.class)
                .setParameter("workspace", folder.workspaceId).setParameter("name", folder.name)
                .setParameter("id", folder.id).getResultList().isEmpty()) {
            throw RequestRefused.conflict("name_taken", "name: there is a folder " + folder.name);
        }
    }

    private Folder found(WorkspaceId workspaceId, String folderId, LockModeType lock) {
        return database.createQuery("select f from Folder f where f.workspaceId = :workspace and f.id = :id",
                        Folder.class)
                .setParameter("workspace", workspaceId).setParameter("id", folderId).setLockMode(lock)
                .getResultStream().findFirst()
                .orElseThrow(() -> RequestRefused.notFound("folder_not_found", "The folder was not found."));
    }
}
