package org.conversions.bounty;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Looks for performance bounties whose figures are to be looked at. Every node may do it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BountyTimer {

    private static final System.Logger LOG = System.getLogger(BountyTimer.class.getName());
    /** The steps of one call, so that a long way leaves room for other timers. */
    private static final int STEPS_MAX = 500;

    @Inject
    private PerformanceRounds rounds;

    /** Does not throw: the server would give up a timer that fails twice in a row. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void look() {
        try {
            int steps = 0;
            while (steps < STEPS_MAX && rounds.step()) {
                steps++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The figures of bounties cannot be looked at right now", e);
        }
    }
}
