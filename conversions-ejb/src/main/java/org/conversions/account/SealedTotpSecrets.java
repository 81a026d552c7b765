package org.conversions.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.conversions.platform.secret.SealedRows;
import org.conversions.platform.secret.SecretBox;

/** Seals the secrets of second factors again when the master key changes, those that wait for a first code too. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealedTotpSecrets implements SealedRows {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SecretBox secrets;

    @Override
    public Step sealAgain(String after, int max) {
        List<Object[]> rows = database.createQuery("select p.id, p.totpSecret, p.totpPending from Person p where p.id > :after"
                        + " and (p.totpSecret is not null or p.totpPending is not null) order by p.id", Object[].class)
                .setParameter("after", after).setMaxResults(max).getResultList();
        int sealed = 0;
        for (Object[] row : rows) {
            String id = (String) row[0];
            sealed += sealAgain("update Person p set p.totpSecret = :now where p.id = :id and p.totpSecret = :before", id,
                    (String) row[1]);
            sealed += sealAgain("update Person p set p.totpPending = :now where p.id = :id and p.totpPending = :before", id,
                    (String) row[2]);
        }
        return new Step(rows.size() < max ? null : (String) rows.get(max - 1)[0], sealed);
    }

    private int sealAgain(String update, String personId, String before) {
        return secrets.again(Person.placeOfTotp(personId), before).map(now -> database.createQuery(update).setParameter("now", now)
                .setParameter("id", personId).setParameter("before", before).executeUpdate()).orElse(0);
    }
}
