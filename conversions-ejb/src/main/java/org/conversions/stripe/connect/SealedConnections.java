package org.conversions.stripe.connect;

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

/** Seals the signing secrets and keys of connections again when the master key changes, those of ended ones too. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealedConnections implements SealedRows {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SecretBox secrets;

    @Override
    public Step sealAgain(String after, int max) {
        List<StripeConnection> rows = database.createQuery("select c from StripeConnection c where c.id > :after"
                        + " order by c.id", StripeConnection.class)
                .setParameter("after", after).setMaxResults(max).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        int sealed = 0;
        for (StripeConnection row : rows) {
            String signing = again(row.placeOfSigningSecrets(), row.signingSecrets);
            String key = again(row.placeOfApiKey(), row.apiKey);
            if (signing != null) {
                row.signingSecrets = signing;
                sealed++;
            }
            if (key != null) {
                row.apiKey = key;
                sealed++;
            }
        }
        return new Step(rows.size() < max ? null : rows.get(max - 1).id, sealed);
    }

    /** @return null when there is nothing to do */
    private String again(SealedPlace place, String sealed) {
        return sealed == null || secrets.isCurrent(sealed) ? null : secrets.encrypt(place, secrets.decrypt(place, sealed));
    }
}
