package org.conversions.commission.click;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Looks for days of click rewards that are over. Every node may do it: a day is kept from the others while one is at it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClickEarningsTimer {

    private static final System.Logger LOG = System.getLogger(ClickEarningsTimer.class.getName());
    /** The steps of one call, so that a long way back leaves room for other timers. */
    private static final int STEPS_MAX = 500;

    @Inject
    private ClickEarnings earnings;
    @Inject
    private LateClicks late;

    /** Does not throw: the server would give up a timer that fails twice in a row. */
    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void settle() {
        try {
            int steps = 0;
            while (steps < STEPS_MAX && (late.step() || earnings.step())) {
                steps++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The clicks of a day cannot be settled right now", e);
        }
    }
}
