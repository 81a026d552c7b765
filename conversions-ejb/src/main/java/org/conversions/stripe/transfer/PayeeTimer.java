package org.conversions.stripe.transfer;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.conversions.platform.RequestRefused;

/** Asks Stripe how far partners are who prove there who they are: they need not come back for that. Every node may do it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PayeeTimer {

    private static final System.Logger LOG = System.getLogger(PayeeTimer.class.getName());
    /** The questions of one call. */
    private static final int STEPS_MAX = 50;

    @Inject
    PayeeRows rows;
    @Inject
    PayeeAccounts accounts;

    /** Does not throw: the server would give up a timer that fails twice in a row. */
    @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
    public void ask() {
        try {
            int steps = 0;
            while (steps < STEPS_MAX && askNext()) {
                steps++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Stripe cannot be asked about the accounts of partners right now", e);
        }
    }

    private boolean askNext() {
        Optional<PayeeRows.Waiting> next = rows.next();
        next.ifPresent(this::ask);
        return next.isPresent();
    }

    private void ask(PayeeRows.Waiting waiting) {
        try {
            accounts.get(waiting.workspaceId(), waiting.partnerId().value());
        } catch (RequestRefused e) {
            LOG.log(Level.DEBUG, "Stripe was not asked about the account of " + waiting.partnerId() + ": " + e.getMessage());
        }
    }
}
