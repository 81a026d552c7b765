package org.conversions.platform.idempotency;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SealedRows;
import org.conversions.platform.secret.SecretBox;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Seals kept responses again when the master key changes: within a day a client may still ask for them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealedResponses implements SealedRows {

    /** Stands between the parts of a row's key, and is in no id of a workspace and in no mode. */
    private static final String BETWEEN = "/";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SecretBox secrets;

    @Override
    public Step sealAgain(String after, int max) {
        String[] key = after.isEmpty() ? new String[] {"", "", ""} : after.split(BETWEEN, 3);
        List<?> rows = database.createNativeQuery("select workspace_id, mode, name, answer from idempotency_key"
                        + " where workspace_id > :workspace or workspace_id = :workspace and (mode > :mode"
                        + " or mode = :mode and name > :name) order by workspace_id, mode, name")
                .setParameter("workspace", key[0]).setParameter("mode", key[1]).setParameter("name", key[2])
                .setMaxResults(max).unwrap(NativeQuery.class)
                .addScalar("workspace_id", WorkspaceId.class).addScalar("mode", String.class)
                .addScalar("name", String.class).addScalar("answer", String.class).getResultList();
        int sealed = 0;
        Object[] last = null;
        for (Object row : rows) {
            last = (Object[]) row;
            sealed += sealAgain((WorkspaceId) last[0], Mode.of((String) last[1]), (String) last[2], (String) last[3]);
        }
        return new Step(rows.size() < max ? null : last[0] + BETWEEN + last[1] + BETWEEN + last[2], sealed);
    }

    private int sealAgain(WorkspaceId workspaceId, Mode mode, String key, String answer) {
        return secrets.again(IdempotencyStore.place(workspaceId, mode, key), answer).map(now -> database
                .createNativeQuery("update idempotency_key set answer = :now where workspace_id = :workspace"
                        + " and mode = :mode and name = :name and request_hash is not null")
                .setParameter("now", now).setParameter("workspace", workspaceId).setParameter("mode", mode.text()).setParameter("name", key)
                .executeUpdate()).orElse(0);
    }
}
