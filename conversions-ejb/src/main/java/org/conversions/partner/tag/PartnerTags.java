package org.conversions.partner.tag;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.conversions.link.tag.TagName;
import org.conversions.platform.Ids;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;

/** The tags of a workspace's partners. Names that differ by case only are one name. */
@Stateless
public class PartnerTags {

    static final int PER_WORKSPACE_MAX = 1_000;
    /** Bounds the tags of a partner. */
    public static final int PER_PARTNER_MAX = 50;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @param search part of the name in any case; null for all @return by name */
    public List<PartnerTagView> list(WorkspaceId workspaceId, String search, Page page) {
        Conditions conditions = new Conditions("t.workspaceId = :workspace", workspaceId)
                .andContains("t.nameKey like :search escape '!'", "search", search == null ? null : TagName.key(search));
        return conditions.bind(database.createQuery("select t from PartnerTag t" + conditions.text() + " order by t.nameKey", PartnerTag.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream().map(PartnerTag::view).toList();
    }

    /**
     * @throws RequestRefused unprocessable for a name that cannot be; conflict when there is a tag of that name; forbidden when the
     *                        workspace has as many as it may have
     */
    public PartnerTagView create(WorkspaceId workspaceId, String name) {
        if (database.createQuery("select count(t) from PartnerTag t where t.workspaceId = :workspace", Long.class)
                .setParameter("workspace", workspaceId).getSingleResult() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A workspace has at most " + PER_WORKSPACE_MAX + " tags of partners.");
        }
        PartnerTag tag = new PartnerTag();
        tag.id = Ids.next("ptag", clock);
        tag.workspaceId = workspaceId;
        tag.call(TagName.checked(name));
        tag.createdAt = clock.instant();
        refuseTaken(tag);
        database.persist(tag);
        return tag.view();
    }

    /** @throws RequestRefused as {@link #create}; not found */
    public PartnerTagView rename(WorkspaceId workspaceId, String tagId, String name) {
        PartnerTag tag = locked(workspaceId, tagId);
        tag.call(TagName.checked(name));
        refuseTaken(tag);
        return tag.view();
    }

    /** Deletes a tag; its partners stay, without it. @throws RequestRefused not found */
    public String delete(WorkspaceId workspaceId, String tagId) {
        PartnerTag tag = locked(workspaceId, tagId);
        database.createQuery("delete from TaggedPartner t where t.tagId = :tag and t.workspaceId = :workspace")
                .setParameter("tag", tagId).setParameter("workspace", workspaceId).executeUpdate();
        database.remove(tag);
        return tagId;
    }

    /**
     * Gives a partner of the workspace these tags and no others.
     *
     * @throws RequestRefused unprocessable for a tag that is not there, and for too many
     */
    public void give(WorkspaceId workspaceId, PartnerId partnerId, List<String> tagIds) {
        Set<String> wanted = new TreeSet<>(tagIds);
        if (wanted.size() > PER_PARTNER_MAX) {
            throw RequestRefused.unprocessable("field_count_invalid", "tagIds: must be at most " + PER_PARTNER_MAX);
        }
        Set<String> known = wanted.isEmpty() ? Set.of() : database.createQuery("select t from PartnerTag t"
                        + " where t.workspaceId = :workspace and t.id in :ids order by t.id", PartnerTag.class)
                .setParameter("workspace", workspaceId).setParameter("ids", wanted).setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultStream().map(tag -> tag.id).collect(Collectors.toSet());
        wanted.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw RequestRefused.unprocessable("tag_not_found", "tagIds: there is no tag of partners " + id);
        });
        List<TaggedPartner> has = database.createQuery("select t from TaggedPartner t where t.workspaceId = :workspace"
                        + " and t.partnerId = :partner", TaggedPartner.class)
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId).getResultList();
        has.stream().filter(tagged -> !wanted.remove(tagged.tagId)).forEach(database::remove);
        wanted.forEach(id -> database.persist(TaggedPartner.of(workspaceId, partnerId, id)));
        database.flush();
    }

    /** @return the tags of the partners, by name; none for one that has none */
    public Map<PartnerId, List<PartnerTagView>> of(WorkspaceId workspaceId, Collection<PartnerId> partnerIds) {
        if (partnerIds.isEmpty()) {
            return Map.of();
        }
        return database.createQuery("select g.partnerId, t from TaggedPartner g join PartnerTag t on t.id = g.tagId"
                        + " where g.partnerId in :partners and g.workspaceId = :workspace order by t.nameKey", Object[].class)
                .setParameter("partners", partnerIds).setParameter("workspace", workspaceId).getResultStream()
                .collect(Collectors.groupingBy(row -> (PartnerId) row[0],
                        Collectors.mapping(row -> ((PartnerTag) row[1]).view(), Collectors.toList())));
    }

    private void refuseTaken(PartnerTag tag) {
        if (!database.createQuery("select t.id from PartnerTag t where t.workspaceId = :workspace and t.nameKey = :name"
                        + " and t.id <> :id", String.class)
                .setParameter("workspace", tag.workspaceId).setParameter("name", tag.nameKey)
                .setParameter("id", tag.id).getResultList().isEmpty()) {
            throw RequestRefused.conflict("name_taken", "name: there is a tag of partners " + tag.name);
        }
    }

    private PartnerTag locked(WorkspaceId workspaceId, String tagId) {
        return database.createQuery("select t from PartnerTag t where t.workspaceId = :workspace and t.id = :id", PartnerTag.class)
                .setParameter("workspace", workspaceId).setParameter("id", tagId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst()
                .orElseThrow(() -> RequestRefused.notFound("tag_not_found", "The tag of partners was not found."));
    }
}
