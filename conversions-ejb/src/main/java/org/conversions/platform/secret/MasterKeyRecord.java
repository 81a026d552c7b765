package org.conversions.platform.secret;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.conversions.platform.UtcTime;

/** Keeps the fingerprint of the master key that the secrets of this database are sealed with: one for all nodes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MasterKeyRecord {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @param proposed of a database that has none yet; of two nodes that propose one at once the first wins */
    public String agreed(String proposed) {
        database.createNativeQuery("insert ignore into master_key (id, fingerprint, since) values (1, :proposed, :now)")
                .setParameter("proposed", proposed).setParameter("now", UtcTime.column(clock.instant())).executeUpdate();
        return current();
    }

    public String current() {
        return (String) database.createNativeQuery("select fingerprint from master_key where id = 1").getSingleResult();
    }

    public void replace(String fingerprint) {
        database.createNativeQuery("update master_key set fingerprint = :fingerprint, since = :now where id = 1")
                .setParameter("fingerprint", fingerprint).setParameter("now", UtcTime.column(clock.instant()))
                .executeUpdate();
    }
}
