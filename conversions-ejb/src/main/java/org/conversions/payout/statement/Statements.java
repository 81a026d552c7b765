package org.conversions.payout.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conversions.commission.PayoutSums;
import org.conversions.commission.PayoutsPaid;
import org.conversions.commission.PayoutsReturned;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.payout.file.PayoutSettings;
import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.payout.profile.Payer;
import org.conversions.payout.profile.PayoutAccount;
import org.conversions.payout.profile.PayoutProfiles;
import org.conversions.platform.Ids;
import org.conversions.platform.Json;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Writes statements, in the transaction of the payouts that they are about. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Statements {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private PayoutSums sums;
    @Inject
    private Partners partners;
    @Inject
    private PayoutProfiles profiles;
    @Inject
    private PayoutSettings settings;
    @Inject
    private StatementCircle circle;

    /** The parties of the statements that are written together. */
    private record Parties(Payer payer, Map<PartnerId, PartnerView> partners, Map<PartnerId, PayoutAccount> accounts) {

        PartnerView partner(PartnerId id) {
            return partners.get(id);
        }

        PartnerLanguage language(PartnerId id) {
            PayoutAccount account = accounts.get(id);
            String country = partner(id).country();
            return account == null ? PartnerLanguage.usualIn(country) : account.language(country);
        }

        Party payee(PartnerId id) {
            PayoutAccount account = accounts.get(id);
            return new Party(account == null || account.name() == null ? partner(id).name() : account.name(),
                    account == null ? null : account.address(), partner(id).email());
        }

        String country(PartnerId id) {
            Party payee = payee(id);
            return payee.address() == null ? partner(id).country() : payee.address().country();
        }
    }

    /** A statement that is to be written, and whose it is. */
    private record Due(PartnerId partnerId, StatementDraft draft) {
    }

    /** Writes a statement for what each payout has paid, and a credit note for what was taken back of it. */
    void issue(@Observes PayoutsPaid event) {
        Map<String, List<PayoutSums.Sum>> byPayout = sums.of(event.workspaceId(), event.payoutIds()).stream()
                .collect(Collectors.groupingBy(PayoutSums.Sum::payoutId, TreeMap::new, Collectors.toList()));
        issue(event.workspaceId(), byPayout.values().stream().map(PaidPayout::of).toList());
    }

    private void issue(WorkspaceId workspaceId, List<PaidPayout> paid) {
        Parties parties = parties(workspaceId, paid.stream().map(PaidPayout::partnerId).toList());
        List<Due> due = new ArrayList<>();
        paid.forEach(payout -> StatementDraft.ofPaid(payout,
                        new StatementText(parties.language(payout.partnerId())))
                .forEach(draft -> due.add(new Due(payout.partnerId(), draft))));
        write(workspaceId, parties, due);
    }

    /** Writes a credit note for each payout that came back, which cancels its statements. */
    void cancel(@Observes PayoutsReturned event) {
        WorkspaceId workspaceId = event.workspaceId();
        Map<String, List<StatementView>> earlier = database.createQuery("select s from StoredStatement s"
                        + " where s.payoutId in :payouts and s.workspaceId = :workspace order by s.payoutId, s.number", StoredStatement.class)
                .setParameter("payouts", event.payoutIds()).setParameter("workspace", workspaceId).getResultStream()
                .map(StoredStatement::view)
                .collect(Collectors.groupingBy(StatementView::payoutId, LinkedHashMap::new, Collectors.toList()));
        Parties parties = parties(workspaceId, earlier.values().stream().map(views -> views.get(0).partnerId()).toList());
        List<Due> due = new ArrayList<>();
        earlier.values().forEach(views -> {
            PartnerId partnerId = views.get(0).partnerId();
            StatementDraft.ofReturned(views, new StatementText(parties.language(partnerId)))
                    .ifPresent(draft -> due.add(new Due(partnerId, draft)));
        });
        write(workspaceId, parties, due);
    }

    private Parties parties(WorkspaceId workspaceId, List<PartnerId> ids) {
        return new Parties(settings.get(workspaceId).payer(), partners.byIds(workspaceId, ids), profiles.accounts(workspaceId, ids));
    }

    private void write(WorkspaceId workspaceId, Parties parties, List<Due> due) {
        if (due.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Payer payer = parties.payer();
        String from = payer == null ? null : Json.write(new Party(payer.name(), payer.address(), null));
        int number = circle.take(workspaceId, due.size());
        for (Due one : due) {
            StatementDraft draft = one.draft();
            StoredStatement row = new StoredStatement();
            row.id = Ids.next("st", clock);
            row.workspaceId = workspaceId;
            row.number = number++;
            row.cause = draft.cause();
            row.partnerId = one.partnerId();
            row.payoutId = draft.payoutId();
            row.currency = draft.currency();
            row.total = draft.total();
            row.periodStart = draft.periodStart();
            row.periodEnd = draft.periodEnd();
            row.issuedAt = now;
            row.country = parties.country(one.partnerId());
            row.language = parties.language(one.partnerId()).text();
            row.payer = from;
            row.payee = Json.write(parties.payee(one.partnerId()));
            row.content = Json.write(draft.lines());
            database.persist(row);
        }
        database.flush();
    }
}
