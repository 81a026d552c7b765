package org.conversions.platform.secret;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/**
 * Changes the master key while the server runs. Every node knows the new key and the old one; one of them is asked to seal
 * with the new one, says so in the database, and seals everything again; the others follow within a minute.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MasterKeys {

    private static final System.Logger LOG = System.getLogger(MasterKeys.class.getName());
    private static final int STEP = 500;

    @Inject
    private SecretBox box;
    @Inject
    private MasterKeyRecord record;
    @Inject
    private Instance<SealedRows> rooms;

    /**
     * Seals with the newest key of this node, in many small transactions. May be broken off and called again.
     *
     * @return the number of secrets that were not sealed with it and are now
     */
    public long sealAgain() {
        record.replace(box.newest());
        box.sealWith(box.newest());
        long sealed = 0;
        for (SealedRows room : rooms) {
            String after = "";
            while (after != null) {
                SealedRows.Step step = room.sealAgain(after, STEP);
                sealed += step.sealed();
                after = step.last();
            }
        }
        return sealed;
    }

    /** Does not throw: the server would give up a timer that fails twice in a row. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void follow() {
        try {
            String current = record.current();
            if (!current.equals(box.current()) && !box.sealWith(current)) {
                LOG.log(Level.ERROR, "Another node has changed the master key to one that this node does not have: set"
                        + " conversions.secret-key here, too, and restart");
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "It cannot be seen right now whether the master key was changed", e);
        }
    }
}
