package org.conversions.commission;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Looks for partners under a limit of all time, whose old commissions are to be added up. Every node may do it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SpentSumTimer {

    private static final System.Logger LOG = System.getLogger(SpentSumTimer.class.getName());
    private static final int STEPS_MAX = 500;

    @Inject
    private SpentSums sums;

    /** Does not throw: the server would give up a timer that fails twice in a row. */
    @Schedule(hour = "*", minute = "*/5", second = "40", persistent = false)
    public void add() {
        try {
            int steps = 0;
            while (steps < STEPS_MAX && sums.step()) {
                steps++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What was earned under spend limits cannot be added up right now", e);
        }
    }
}
