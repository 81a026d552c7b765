package org.conversions.payout.profile;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.platform.secret.SealedRows;
import org.conversions.platform.secret.SecretBox;

/** Seals the accounts of payout profiles again when the master key changes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealedProfiles implements SealedRows {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SecretBox secrets;

    @Override
    public Step sealAgain(String after, int max) {
        List<StoredProfile> rows = database.createQuery("select p from StoredProfile p where p.partnerId > :after"
                        + " order by p.partnerId", StoredProfile.class)
                .setParameter("after", after).setMaxResults(max).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        int sealed = 0;
        for (StoredProfile row : rows) {
            Optional<String> account = secrets.again(row.placeOfAccount(), row.account);
            Optional<String> next = secrets.again(row.placeOfNextAccount(), row.nextAccount);
            account.ifPresent(now -> row.account = now);
            next.ifPresent(now -> row.nextAccount = now);
            sealed += Stream.of(account, next).filter(Optional::isPresent).count();
        }
        return new Step(rows.size() < max ? null : rows.get(max - 1).partnerId, sealed);
    }
}
