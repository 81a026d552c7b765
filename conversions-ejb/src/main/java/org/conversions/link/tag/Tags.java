package org.conversions.link.tag;

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
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;

/** The tags of a workspace. Names that differ by case only are one name. */
@Stateless
public class Tags {

    public static final List<String> COLORS =
            List.of("red", "yellow", "green", "blue", "purple", "brown", "gray", "pink");
    static final int PER_WORKSPACE_MAX = 1_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /**
     * @param search part of the name in any case, or null
     * @param ids    of those that are wanted; empty for all
     * @param byName whether they come by name, else by the time they were made
     */
    public List<TagView> list(WorkspaceId workspaceId, String search, List<String> ids, boolean byName, boolean ascending,
                              Page page) {
        Conditions conditions = new Conditions("t.workspaceId = :workspace", workspaceId)
                .andContains("t.nameKey like :search escape '!'", "search", search == null ? null : TagName.key(search))
                .and("t.id in :ids", "ids", ids.isEmpty() ? null : ids);
        return conditions.bind(database.createQuery("select t from Tag t" + conditions.text()
                        + " order by " + (byName ? "t.nameKey" : "t.id") + (ascending ? " asc" : " desc"), Tag.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream().map(Tag::view).toList();
    }

    /**
     * @param color null for one that the name chooses
     * @throws RequestRefused unprocessable for a name or color that cannot be; conflict when there is a tag of that
     *                        name; forbidden when the workspace has as many as it may have
     */
    public TagView create(WorkspaceId workspaceId, String name, String color) {
        if (database.createQuery("select count(t) from Tag t where t.workspaceId = :workspace", Long.class)
                .setParameter("workspace", workspaceId).getSingleResult() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A workspace has at most " + PER_WORKSPACE_MAX + " tags.");
        }
        Tag tag = new Tag();
        tag.id = Ids.next("tag", clock);
        tag.workspaceId = workspaceId;
        tag.call(TagName.checked(name));
        tag.color = color == null ? COLORS.get(Math.floorMod(tag.nameKey.hashCode(), COLORS.size())) : checked(color);
        tag.createdAt = clock.instant();
        refuseTaken(tag);
        database.persist(tag);
        return tag.view();
    }

    /** @param name null leaves it @param color null leaves it @throws RequestRefused as {@link #create}; not found */
    public TagView update(WorkspaceId workspaceId, String tagId, String name, String color) {
        Tag tag = locked(workspaceId, tagId);
        if (name != null) {
            tag.call(TagName.checked(name));
            refuseTaken(tag);
        }
        tag.color = color == null ? tag.color : checked(color);
        return tag.view();
    }

    /** Deletes a tag; its links stay, without it. @throws RequestRefused not found */
    public String delete(WorkspaceId workspaceId, String tagId) {
        Tag tag = locked(workspaceId, tagId);
        database.createQuery("delete from LinkTag t where t.tagId = :tag").setParameter("tag", tagId).executeUpdate();
        database.remove(tag);
        return tagId;
    }

    private void refuseTaken(Tag tag) {
        if (!database.createQuery("select t.id from Tag t where t.workspaceId = :workspace and t.nameKey = :name"
                        + " and t.id <> :id", String.class)
                .setParameter("workspace", tag.workspaceId).setParameter("name", tag.nameKey)
                .setParameter("id", tag.id).getResultList().isEmpty()) {
            throw RequestRefused.conflict("name_taken", "name: there is a tag " + tag.name);
        }
    }

    private Tag locked(WorkspaceId workspaceId, String tagId) {
        return database.createQuery("select t from Tag t where t.workspaceId = :workspace and t.id = :id", Tag.class)
                .setParameter("workspace", workspaceId).setParameter("id", tagId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst()
                .orElseThrow(() -> RequestRefused.notFound("tag_not_found", "The tag was not found."));
    }

    private static String checked(String color) {
        if (!COLORS.contains(color)) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    "color: must be one of " + String.join(", ", COLORS));
        }
        return color;
    }
}
