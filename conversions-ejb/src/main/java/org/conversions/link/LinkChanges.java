package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.UnaryOperator;
import org.conversions.platform.Contention;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;

/**
 * Makes, changes and deletes short links. A link is named by its id or by {@code ext_} and the merchant's own id of
 * it. Every method returns after its commit, unless it joins the caller's transaction. A race that is lost is run again
 * and then finds the links that won it.
 */
@ApplicationScoped
public class LinkChanges {

    /** Bounds the number of links that one request may make, change or delete. */
    public static final int AT_ONCE_MAX = 100;

    @Inject
    private LinkCreation creation;
    @Inject
    private LinkUpdate updates;
    @Inject
    private LinkUpsert upserts;
    @Inject
    private LinkRows rows;
    @Inject
    private LinkTransfer transfers;

    /** @throws RequestRefused unprocessable when a rule is broken, conflict when the key or the external id is taken */
    @RetryOnConflict
    @Transactional
    public LinkView create(WorkspaceId workspaceId, NewLink link) {
        return creation.create(workspaceId, List.of(link)).get(0).orThrow();
    }

    /**
     * Makes those that can be made, and says of the others why not.
     *
     * @return one outcome for each, in their order
     * @throws RequestRefused unprocessable for none or more than {@link #AT_ONCE_MAX}
     */
    @RetryOnConflict
    @Transactional
    public List<CreatedLink> createMany(WorkspaceId workspaceId, List<NewLink> links) {
        bounded("body", links.size());
        return creation.create(workspaceId, links);
    }

    /**
     * Changes the link that is meant, or makes it: the one with the external id when there is one, else the one with
     * the key, else the oldest with this destination (of the same partner, or none). Two callers at once get the same
     * link.
     *
     * @param link   how it is made
     * @param change how it is changed when it is there
     * @throws RequestRefused as {@link #create} and {@link #update}
     */
    public LinkView upsert(WorkspaceId workspaceId, NewLink link, UnaryOperator<LinkDraft> change) {
        try {
            return upserts.upsert(workspaceId, link, change);
        } catch (RequestRefused e) {
            if (e.code() != RequestRefused.Code.CONFLICT || Contention.joined()) {
                throw e;
            }
            // What is taken may be taken by the very link that is meant, made since by another caller.
            return upserts.update(workspaceId, link, change).orElseThrow(() -> e);
        }
    }

    /**
     * @param change from what the link is to what it shall be
     * @throws RequestRefused not found; unprocessable when a rule is broken; conflict when the key or the external id
     *                        is taken
     */
    @RetryOnConflict
    @Transactional
    public LinkView update(WorkspaceId workspaceId, String idOrExternalId, UnaryOperator<LinkDraft> change) {
        return updates.update(workspaceId, List.of(idOrExternalId), change).get(0);
    }

    /**
     * Changes all of them or, when one cannot be, none.
     *
     * @return the links in the order of their ids in the request, each once
     * @throws RequestRefused as {@link #update}; unprocessable for none or more than {@link #AT_ONCE_MAX}
     */
    @RetryOnConflict
    @Transactional
    public List<LinkView> updateMany(WorkspaceId workspaceId, List<String> idsOrExternalIds,
                                     UnaryOperator<LinkDraft> change) {
        bounded("linkIds", idsOrExternalIds.size());
        return updates.update(workspaceId, idsOrExternalIds, change);
    }

    /**
     * Takes a link out of service and frees its key and its external id. What it has earned stays.
     *
     * @return its id
     * @throws RequestRefused not found
     */
    @RetryOnConflict
    @Transactional
    public String delete(WorkspaceId workspaceId, String idOrExternalId) {
        return rows.end(workspaceId, List.of(idOrExternalId)).stream().findFirst()
                .orElseThrow(() -> LinkRows.notFound(idOrExternalId));
    }

    /**
     * Deletes those that are there.
     *
     * @return their ids
     * @throws RequestRefused unprocessable for none or more than {@link #AT_ONCE_MAX}
     */
    @RetryOnConflict
    @Transactional
    public List<String> deleteMany(WorkspaceId workspaceId, List<String> idsOrExternalIds) {
        bounded("linkIds", idsOrExternalIds.size());
        return rows.end(workspaceId, idsOrExternalIds);
    }

    /**
     * Gives the address of a link to another workspace, whose consent the caller has seen. There it is a new link with
     * a new id, without folder and tags. Clicks, sales and figures of the past happened to the old workspace and stay
     * there with the old link, as with a deleted one: so no figure of the past changes on either side.
     *
     * @return the link of the other workspace
     * @throws RequestRefused not found; unprocessable for the workspace that has it, and for a link on a domain of its
     *         own, which the other workspace has not; conflict for a partner's link, which belongs to the program
     *         here, and when the other workspace has its external id
     */
    @RetryOnConflict
    @Transactional
    public LinkView transfer(WorkspaceId workspaceId, String idOrExternalId, WorkspaceId newWorkspaceId) {
        return transfers.transfer(workspaceId, idOrExternalId, newWorkspaceId);
    }

    private static void bounded(String field, int size) {
        if (size == 0 || size > AT_ONCE_MAX) {
            throw RequestRefused.unprocessable("field_count_invalid",
                    field + ": must name 1 to " + AT_ONCE_MAX + " links");
        }
    }
}
