package org.conversions.partner.move;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Looks for partners that rules of groups may move. Every node may do it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GroupMoveTimer {

    private static final System.Logger LOG = System.getLogger(GroupMoveTimer.class.getName());
    /** The steps of one call, so that a long way leaves room for other timers. */
    private static final int STEPS_MAX = 500;

    @Inject
    private GroupMoves moves;

    /** Does not throw: the server would give up a timer that fails twice in a row. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void move() {
        try {
            int steps = 0;
            while (steps < STEPS_MAX && moves.step()) {
                steps++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Partners cannot be moved to other groups right now", e);
        }
    }
}
