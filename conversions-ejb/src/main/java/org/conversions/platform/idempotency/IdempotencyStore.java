package org.conversions.platform.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.conversions.platform.Json;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SealedPlace;
import org.conversions.platform.secret.SecretBox;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/**
 * Keeps the responses to writes with an {@code Idempotency-Key} for a day, so that the same request again gets the same
 * one. A request claims its key in the transaction that also holds its changes and its response: all of it commits or
 * nothing does. The row of the key is there before, in a transaction of its own, because a request cannot wait a limited
 * time for a row that another transaction has not committed yet.
 *
 * <p>Reported sales have a store of their own ({@code tracking}): it knows them by their invoice, whatever the request
 * looks like, and for ever, and it follows their customers when those are merged or erased.
 */
@Stateless
public class IdempotencyStore {

    /** Length in characters. A longer response is not kept; its request is not done again either, and the caller is answered why. */
    public static final int RESPONSE_LENGTH_MAX = 1024 * 1024;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private SecretBox secrets;

    /** A key of which the caller now has the row. @param response null while its request has none */
    public record ClaimedKey(IdempotentResponse response) {
    }

    /** Makes the row of the key, unless it is there. @return true when this call made it */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean prepare(WorkspaceId workspaceId, Mode mode, String key) {
        return named("insert ignore into idempotency_key (workspace_id, mode, name, used_at)"
                + " values (:workspace, :mode, :name, :now)", workspaceId, mode, key).setParameter("now", now())
                .executeUpdate() > 0;
    }

    /** @return true for a key in use, whether its request was answered or not */
    public boolean knows(WorkspaceId workspaceId, Mode mode, String key) {
        return !named("select name from idempotency_key where workspace_id = :workspace and mode = :mode"
                + " and name = :name", workspaceId, mode, key).getResultList().isEmpty();
    }

    /**
     * Takes the key for the transaction of the caller.
     *
     * @return empty when another request has it, or when it has just been removed
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<ClaimedKey> claim(WorkspaceId workspaceId, Mode mode, String key) {
        return read(workspaceId, mode, key, " for update skip locked");
    }

    /** @return the response to the key's request; empty while it has none */
    public Optional<IdempotentResponse> find(WorkspaceId workspaceId, Mode mode, String key) {
        return read(workspaceId, mode, key, "").map(ClaimedKey::response);
    }

    /** Keeps the response to a request for at least a day from now. The first one stays. */
    public void keep(WorkspaceId workspaceId, Mode mode, String key, IdempotentResponse response) {
        boolean tooLong = response.body() == null || response.body().length() > RESPONSE_LENGTH_MAX;
        named("update idempotency_key set request_hash = :hash, status = :status, answer = :answer, used_at = :now"
                        + " where workspace_id = :workspace and mode = :mode and name = :name and request_hash is null",
                workspaceId, mode, key)
                .setParameter("hash", response.requestHash()).setParameter("status", response.status())
                .setParameter("answer", tooLong ? "" : secrets.encrypt(place(workspaceId, mode, key), response.body()))
                .setParameter("now", now()).executeUpdate();
    }

    /** @return the number of older responses that were removed, at most {@code max} */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int remove(Instant olderThan, int max) {
        return database.createNativeQuery("delete from idempotency_key where used_at < :limit limit " + max)
                .setParameter("limit", UtcTime.column(olderThan)).executeUpdate();
    }

    /**
     * Forgets those responses among the next keys that are about a person; the keys stay, so that nothing is done twice.
     *
     * @param after the last key that was looked at, or empty
     * @param about chooses the responses to be forgotten
     * @return the last of these keys; empty when there are no more
     */
    public Optional<String> forget(WorkspaceId workspaceId, String after, int max, Predicate<JsonNode> about) {
        String[] from = after.isEmpty() ? new String[] {"", ""} : after.split("/", 2);
        List<?> rows = database.createNativeQuery("select k.mode as mode, k.name as name, k.answer as answer"
                        + " from idempotency_key k where k.workspace_id = :workspace and (k.mode > :mode"
                        + " or k.mode = :mode and k.name > :after) order by k.mode, k.name")
                .unwrap(NativeQuery.class).addScalar("mode", String.class).addScalar("name", String.class)
                .addScalar("answer", String.class).setParameter("workspace", workspaceId).setParameter("mode", from[0])
                .setParameter("after", from[1]).setMaxResults(max).getResultList();
        String last = null;
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            Mode mode = Mode.of((String) columns[0]);
            String key = (String) columns[1];
            last = mode.text() + '/' + key;
            String answer = columns[2] == null ? null : opened(place(workspaceId, mode, key), (String) columns[2]);
            if (answer != null && about.test(Json.read(answer))) {
                named("update idempotency_key set answer = '' where workspace_id = :workspace and mode = :mode"
                        + " and name = :name", workspaceId, mode, key).executeUpdate();
            }
        }
        return rows.size() < max ? Optional.empty() : Optional.of(last);
    }

    private Optional<ClaimedKey> read(WorkspaceId workspaceId, Mode mode, String key, String lock) {
        // The types are named, because a driver may give a long text as a locator.
        List<?> rows = named("select request_hash, status, answer from idempotency_key"
                + " where workspace_id = :workspace and mode = :mode and name = :name" + lock, workspaceId, mode, key)
                .unwrap(NativeQuery.class).addScalar("request_hash", String.class)
                .addScalar("status", Integer.class).addScalar("answer", String.class).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new ClaimedKey(row[0] == null ? null
                : new IdempotentResponse((String) row[0], (Integer) row[1], opened(place(workspaceId, mode, key), (String) row[2]))));
    }

    private String opened(SealedPlace place, String answer) {
        return answer.isEmpty() ? null : secrets.decrypt(place, answer);
    }

    static SealedPlace place(WorkspaceId workspaceId, Mode mode, String key) {
        return new SealedPlace("idempotency_key", "answer", workspaceId.value() + '/' + mode.text() + '/' + key);
    }

    private Query named(String sql, WorkspaceId workspaceId, Mode mode, String key) {
        return database.createNativeQuery(sql).setParameter("workspace", workspaceId)
                .setParameter("mode", mode.text()).setParameter("name", key);
    }

    private Object now() {
        return UtcTime.column(clock.instant());
    }
}
