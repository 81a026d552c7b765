package org.conversions.payout.profile;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.conversions.platform.secret.SealedPlace;
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
            String account = again(row.placeOfAccount(), row.account);
            String next = again(row.placeOfNextAccount(), row.nextAccount);
            if (account != null) {
                row.account = account;
                sealed++;
            }
            if (next != null) {
                row.nextAccount = next;
                sealed++;
            }
        }
        return new Step(rows.size() < max ? null : rows.get(max - 1).partnerId, sealed);
    }

    /** @return null when there is nothing to do */
    private String again(SealedPlace place, String sealed) {
        return sealed == null || secrets.isCurrent(sealed) ? null : secrets.encrypt(place, secrets.decrypt(place, sealed));
    }
}
