package org.conversions.link;

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

/** Seals the passwords of links again when the master key changes, those of deleted links too. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealedPasswords implements SealedRows {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SecretBox secrets;

    /** @return the place of a link's password, which it is sealed for */
    public static SealedPlace place(String linkId) {
        return new SealedPlace("link", "password", linkId);
    }

    @Override
    public Step sealAgain(String after, int max) {
        List<Object[]> rows = database.createQuery("select l.id, l.password from Link l where l.id > :after"
                        + " and l.password is not null order by l.id", Object[].class)
                .setParameter("after", after).setMaxResults(max).getResultList();
        int sealed = 0;
        for (Object[] row : rows) {
            String id = (String) row[0];
            String password = (String) row[1];
            sealed += secrets.again(place(id), password).map(now -> database.createQuery("update Link l set l.password = :now"
                            + " where l.id = :id and l.password = :before").setParameter("now", now)
                    .setParameter("id", id).setParameter("before", password).executeUpdate()).orElse(0);
        }
        return new Step(rows.size() < max ? null : (String) rows.get(max - 1)[0], sealed);
    }
}
