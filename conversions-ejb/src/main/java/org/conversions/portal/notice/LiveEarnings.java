package org.conversions.portal.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.conversions.commission.CommissionBooked;
import org.conversions.platform.mail.Mailer;
import org.conversions.workspace.Mode;

/** Passes on what partners earn with real money, where this server sends mail. */
@ApplicationScoped
class LiveEarnings {

    @Inject
    private Mailer mailer;
    @Inject
    private Event<Earned> earned;

    void see(@Observes CommissionBooked booked) {
        if (booked.earnings().isPositive() && booked.mode() == Mode.LIVE && mailer.configured()) {
            earned.fire(new Earned(booked.workspaceId(), booked.partnerId(), booked.earnings()));
        }
    }
}
