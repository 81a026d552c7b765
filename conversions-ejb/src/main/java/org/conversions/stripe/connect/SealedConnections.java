package org.conversions.stripe.connect;

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
            Optional<String> signing = secrets.again(row.placeOfSigningSecrets(), row.signingSecrets);
            Optional<String> key = secrets.again(row.placeOfApiKey(), row.apiKey);
            signing.ifPresent(now -> row.signingSecrets = now);
            key.ifPresent(now -> row.apiKey = now);
            sealed += Stream.of(signing, key).filter(Optional::isPresent).count();
        }
        return new Step(rows.size() < max ? null : rows.get(max - 1).id, sealed);
    }
}
