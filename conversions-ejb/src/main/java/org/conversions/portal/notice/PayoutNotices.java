package org.conversions.portal.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.conversions.commission.PayoutsPaid;
import org.conversions.money.Money;
import org.conversions.payout.PayoutFailed;
import org.conversions.payout.PayoutView;
import org.conversions.payout.Payouts;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.Mail;
import org.conversions.platform.mail.Mailer;
import org.conversions.portal.member.Notice;

/** Tells partners' people that a payout is paid, or that it failed, once that is committed. */
@ApplicationScoped
class PayoutNotices {

    @Inject
    private Payouts payouts;
    @Inject
    private NoticeReaders readers;
    @Inject
    private Mailer mailer;

    void tell(@Observes PayoutsPaid event) {
        if (mailer.configured()) {
            tell(event.workspaceId(), payouts.byIds(event.workspaceId(), event.payoutIds()).values(), Notice.PAYOUT_PAID,
                    (mails, payout) -> mails.paid(amount(payout), payout.outcome().traceId()));
        }
    }

    void tell(@Observes PayoutFailed event) {
        if (mailer.configured()) {
            tell(event.workspaceId(), List.of(event.payout()), Notice.PAYOUT_FAILED,
                    (mails, payout) -> mails.failed(amount(payout), payout.outcome().failureReason()));
        }
    }

    private void tell(WorkspaceId workspaceId, Collection<PayoutView> told, Notice notice, BiFunction<NoticeMails, PayoutView, Mail> mail) {
        Map<PartnerId, List<NoticeMails>> wanted = readers.of(workspaceId, told.stream().map(PayoutView::partnerId).toList(), notice);
        told.forEach(payout -> wanted.getOrDefault(payout.partnerId(), List.of())
                .forEach(reader -> mailer.send(mail.apply(reader, payout))));
    }

    private static Money amount(PayoutView payout) {
        return new Money(payout.amount(), payout.currency());
    }
}
