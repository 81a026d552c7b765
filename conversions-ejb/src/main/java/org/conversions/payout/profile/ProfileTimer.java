package org.conversions.payout.profile;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.conversions.platform.id.PartnerId;

/** Looks for changes of payout profiles that have come into force, so that they are told. Every node may do it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProfileTimer {

    private static final System.Logger LOG = System.getLogger(ProfileTimer.class.getName());
    private static final int STEP = 100;

    @Inject
    private ProfileChanges changes;

    /** Does not throw: the server would give up a timer that fails twice in a row. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void settle() {
        try {
            for (PartnerId partnerId : changes.due(STEP)) {
                changes.settle(partnerId);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Changes of payout profiles cannot be told right now", e);
        }
    }
}
