package org.conversions.commission;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

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
            Set<LimitChanges.Whose> failed = new HashSet<>();
            Optional<LimitChanges.Whose> first = steps.first();
            for (int done = 0; done < STEPS_MAX && first.isPresent() && !failed.contains(first.get()); done++) {
                if (!step(first.get())) {
                    failed.add(first.get());
                }
                first = steps.first();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Sales under spend limits cannot be looked at again right now", e);
        }
    }

    private boolean step(LimitChanges.Whose whose) {
        try {
            steps.step(whose);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Sales of partner " + whose.kind().partnerId() + " under a spend limit cannot be looked at again;"
                    + " the others go first", e);
            steps.postpone(whose);
            return false;
        }
    }
}
