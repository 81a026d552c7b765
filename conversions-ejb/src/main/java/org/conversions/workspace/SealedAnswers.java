package org.conversions.workspace;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.conversions.platform.secret.SealedPlace;
import org.conversions.platform.secret.SealedRows;
import org.conversions.platform.secret.SecretBox;
import org.hibernate.query.NativeQuery;

/** Seals kept answers again when the master key changes: within a day somebody may still ask for them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealedAnswers implements SealedRows {

    /** Between the two parts of a row's key; in no id of a workspace. */
    private static final char BETWEEN = '/';

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SecretBox secrets;

    @Override
    public Step sealAgain(String after, int max) {
        int between = after.indexOf(BETWEEN);
        List<?> rows = database.createNativeQuery("select workspace_id, name, answer from idempotency_key"
                        + " where workspace_id > :workspace or workspace_id = :workspace and name > :name"
                        + " order by workspace_id, name")
                .setParameter("workspace", between < 0 ? "" : after.substring(0, between))
                .setParameter("name", after.substring(between + 1)).setMaxResults(max).unwrap(NativeQuery.class)
                .addScalar("workspace_id", String.class).addScalar("name", String.class)
                .addScalar("answer", String.class).getResultList();
        int sealed = 0;
        Object[] last = null;
        for (Object row : rows) {
            last = (Object[]) row;
            sealed += sealAgain((String) last[0], (String) last[1], (String) last[2]);
        }
        return new Step(rows.size() < max ? null : (String) last[0] + BETWEEN + last[1], sealed);
    }

    private int sealAgain(String workspaceId, String key, String answer) {
        if (answer == null || answer.isEmpty() || secrets.isCurrent(answer)) {
            return 0;
        }
        SealedPlace place = KeptAnswers.place(workspaceId, key);
        return database.createNativeQuery("update idempotency_key set answer = :now where workspace_id = :workspace"
                        + " and name = :name and request_hash is not null")
                .setParameter("now", secrets.encrypt(place, secrets.decrypt(place, answer)))
                .setParameter("workspace", workspaceId).setParameter("name", key).executeUpdate();
    }
}
