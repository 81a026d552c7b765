package org.conversions.link;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.function.UnaryOperator;
import org.conversions.platform.Contention;
import org.conversions.platform.RequestRefused;

/**
 * Makes, changes and deletes short links. A link is named by its id or by {@code ext_} and the merchant's own id of
 * it. Every method is answered after its commit, unless the caller's transaction is joined; who loses a race is tried
 * again and then finds what the other made.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LinkChanges {

    /** How many links one request may make, change or delete. */
    public static final int AT_ONCE_MAX = 100;

    @Inject
    private LinkWriter writer;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** @throws RequestRefused unprocessable when a rule is broken, conflict when the key or the external id is taken */
    public LinkView create(String workspaceId, NewLink link) {
        return createMany(workspaceId, List.of(link)).get(0).orThrow();
    }

    /**
     * Makes those that can be made; the others are said why not.
     *
     * @return one outcome for each, in their order
     * @throws RequestRefused unprocessable for none or more than {@link #AT_ONCE_MAX}
     */
    public List<CreatedLink> createMany(String workspaceId, List<NewLink> links) {
        bounded("body", links.size());
        return Contention.retried(transaction, () -> writer.create(workspaceId, links));
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
    public LinkView upsert(String workspaceId, NewLink link, UnaryOperator<LinkDraft> change) {
        try {
            return Contention.retried(transaction, () -> writer.upsert(workspaceId, link, change));
        } catch (RequestRefused e) {
            if (e.code() != RequestRefused.Code.CONFLICT || Contention.joined(transaction)) {
                throw e;
            }
            // What is taken may be taken by the very link that is meant, made since by another caller.
            return Contention.retried(transaction, () -> writer.updateLike(workspaceId, link, change))
                    .orElseThrow(() -> e);
        }
    }

    /**
     * @param change from what the link is to what it shall be
     * @throws RequestRefused not found; unprocessable when a rule is broken; conflict when the key or the external id
     *                        is taken
     */
    public LinkView update(String workspaceId, String idOrExternalId, UnaryOperator<LinkDraft> change) {
        return updateMany(workspaceId, List.of(idOrExternalId), change).get(0);
    }

    /**
     * Changes all of them or, when one cannot be, none.
     *
     * @return the links in the order of their ids in the request, each once
     * @throws RequestRefused as {@link #update}; unprocessable for none or more than {@link #AT_ONCE_MAX}
     */
    public List<LinkView> updateMany(String workspaceId, List<String> idsOrExternalIds,
                                     UnaryOperator<LinkDraft> change) {
        bounded("linkIds", idsOrExternalIds.size());
        return Contention.retried(transaction, () -> writer.update(workspaceId, idsOrExternalIds, change));
    }

    /**
     * Takes a link out of service and frees its key and its external id. What it has earned stays.
     *
     * @return its id
     * @throws RequestRefused not found
     */
    public String delete(String workspaceId, String idOrExternalId) {
        List<String> deleted = Contention.retried(transaction,
                () -> writer.delete(workspaceId, List.of(idOrExternalId)));
        if (deleted.isEmpty()) {
            throw LinkWriter.notFound(idOrExternalId);
        }
        return deleted.get(0);
    }

    /**
     * Deletes those that are there.
     *
     * @return their ids
     * @throws RequestRefused unprocessable for none or more than {@link #AT_ONCE_MAX}
     */
    public List<String> deleteMany(String workspaceId, List<String> idsOrExternalIds) {
        bounded("linkIds", idsOrExternalIds.size());
        return Contention.retried(transaction, () -> writer.delete(workspaceId, idsOrExternalIds));
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
    public LinkView transfer(String workspaceId, String idOrExternalId, String newWorkspaceId) {
        return Contention.retried(transaction, () -> writer.transfer(workspaceId, idOrExternalId, newWorkspaceId));
    }

    private static void bounded(String field, int size) {
        if (size == 0 || size > AT_ONCE_MAX) {
            throw RequestRefused.unprocessable(field + ": must name 1 to " + AT_ONCE_MAX + " links");
        }
    }
}
