package org.conversions.workspace;

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
import org.conversions.platform.secret.SecretBox;
import org.hibernate.query.NativeQuery;

/**
 * What writes with an idempotency key were answered, so that the same request again gets the same answer. Whoever makes
 * a request claims its key, in the transaction that also holds what the request changes and its answer: all of it
 * commits or nothing does. The row of the key is there before, in a transaction of its own, because nobody could wait
 * a limited time for a row that another transaction has not committed yet.
 */
@Stateless
public class KeptAnswers {

    /** Longer ones are not kept: their request is not done again either, and the caller is told why. */
    public static final int ANSWER_LENGTH_MAX = 1024 * 1024;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private SecretBox secrets;

    /** What is known of a key. @param answer null while there is none */
    public record Claim(KeptAnswer answer) {
    }

    /** Makes the row of the key, unless it is there. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void prepare(String workspaceId, String key) {
        named("insert ignore into idempotency_key (workspace_id, name, used_at) values (:workspace, :name, :now)",
                workspaceId, key).setParameter("now", now()).executeUpdate();
    }

    /**
     * Takes the key for the transaction of the caller.
     *
     * @return empty when another request has it, or when it has just been removed
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<Claim> claim(String workspaceId, String key) {
        return read(workspaceId, key, " for update skip locked");
    }

    /** @return what the key's request was answered, if it was */
    public Optional<KeptAnswer> find(String workspaceId, String key) {
        return read(workspaceId, key, "").map(Claim::answer);
    }

    /** Keeps the answer of a request, for at least a day from now. The first one stays. */
    public void keep(String workspaceId, String key, KeptAnswer answer) {
        boolean tooLong = answer.body() == null || answer.body().length() > ANSWER_LENGTH_MAX;
        named("update idempotency_key set request_hash = :hash, status = :status, answer = :answer, used_at = :now"
                        + " where workspace_id = :workspace and name = :name and request_hash is null", workspaceId, key)
                .setParameter("hash", answer.requestHash()).setParameter("status", answer.status())
                .setParameter("answer", tooLong ? "" : secrets.encrypt(answer.body()))
                .setParameter("now", now()).executeUpdate();
    }

    /** @return how many of the answers that are older were removed, at most {@code max} */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int remove(Instant olderThan, int max) {
        return database.createNativeQuery("delete from idempotency_key where used_at < :limit limit " + max)
                .setParameter("limit", UtcTime.column(olderThan)).executeUpdate();
    }

    /**
     * Forgets the answers that tell of somebody, of some keys; the keys stay, so that nothing is done twice.
     *
     * @param after the last key that was looked at, or empty
     * @param about says of an answer whether it does
     * @return the last of these keys; empty when there are no more
     */
    public Optional<String> forget(String workspaceId, String after, int max, Predicate<JsonNode> about) {
        List<?> rows = database.createNativeQuery("select k.name as name, k.answer as answer from idempotency_key k"
                        + " where k.workspace_id = :workspace and k.name > :after order by k.name")
                .unwrap(NativeQuery.class).addScalar("name", String.class).addScalar("answer", String.class)
                .setParameter("workspace", workspaceId).setParameter("after", after).setMaxResults(max).getResultList();
        String last = null;
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            last = (String) columns[0];
            String answer = columns[1] == null ? null : opened((String) columns[1]);
            if (answer != null && !answer.isEmpty() && about.test(Json.read(answer))) {
                named("update idempotency_key set answer = '' where workspace_id = :workspace and name = :name",
                        workspaceId, last).executeUpdate();
            }
        }
        return rows.size() < max ? Optional.empty() : Optional.of(last);
    }

    private Optional<Claim> read(String workspaceId, String key, String lock) {
        // The types are told, because a driver may give a long text as a locator.
        List<?> rows = named("select request_hash, status, answer from idempotency_key"
                + " where workspace_id = :workspace and name = :name" + lock, workspaceId, key)
                .unwrap(NativeQuery.class).addScalar("request_hash", String.class)
                .addScalar("status", Integer.class).addScalar("answer", String.class).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Claim(row[0] == null ? null
                : new KeptAnswer((String) row[0], (Integer) row[1], opened((String) row[2]))));
    }

    private String opened(String answer) {
        return answer.isEmpty() ? null : secrets.decrypt(answer);
    }

    private Query named(String sql, String workspaceId, String key) {
        return database.createNativeQuery(sql).setParameter("workspace", workspaceId).setParameter("name", key);
    }

    private Object now() {
        return UtcTime.column(clock.instant());
    }
}
