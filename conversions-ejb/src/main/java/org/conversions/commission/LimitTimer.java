package org.conversions.commission;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Looks for sales under spend limits that are to be looked at again. Every node may do it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LimitTimer {

    private static final System.Logger LOG = System.getLogger(LimitTimer.class.getName());
    private static final int STEPS_MAX = 500;

    @Inject
    private LimitSteps steps;

    /** Does not throw: the server would give up a timer that fails twice in a row. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        try {
            int done = 0;
            while (done < STEPS_MAX && steps.step()) {
                done++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Sales under spend limits cannot be looked at again right now", e);
        }
    }
}
