package org.conversions.payout.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.conversions.audit.AuditTrail;
import org.conversions.partner.PartnerOwners;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.Programs;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.Mail;
import org.conversions.platform.mail.Mailer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Changes payout profiles. Whoever gets into a partner's or an owner's account could send the money elsewhere, so a change counts
 * only after a waiting time, and the partner and all who own the partner's account are told of it at once and again when it counts.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ProfileChanges {

    private static final String SETTING = "conversions.payout.profile-waiting-seconds";
    private static final long WAITING_SECONDS_MAX = Duration.ofDays(90).toSeconds();

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private SealedAccounts accounts;
    @Inject
    private Partners partners;
    @Inject
    private Programs programs;
    @Inject
    private AuditTrail trail;
    @Inject
    private Instance<PartnerOwners> owners;
    @Inject
    private Mailer mailer;
    private Duration wait;

    protected ProfileChanges() {
    }

    /** @throws IllegalArgumentException for a waiting time that cannot be */
    @Inject
    ProfileChanges(@ConfigProperty(name = SETTING, defaultValue = "259200") long waitingSeconds) {
        if (waitingSeconds < 0 || waitingSeconds > WAITING_SECONDS_MAX) {
            throw new IllegalArgumentException(SETTING + " must be 0 to " + WAITING_SECONDS_MAX + ", not " + waitingSeconds);
        }
        wait = Duration.ofSeconds(waitingSeconds);
    }

    /**
     * Sets the account of a partner. A first one counts at once, another one after the waiting time; the one that counts already
     * takes a change back that waits.
     *
     * @throws RequestRefused not found for a partner of another workspace; unprocessable, naming the field
     */
    public PayoutProfileView set(WorkspaceId workspaceId, PartnerId partnerId, PayoutAccount.Draft draft) {
        PartnerView partner = partners.byId(workspaceId, partnerId.value()).orElseThrow(() ->
                RequestRefused.notFound("partner_not_found", "The partner was not found."));
        PayoutAccount wanted = draft.checked();
        Instant now = clock.instant();
        StoredProfile row = database.find(StoredProfile.class, partnerId.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new StoredProfile();
            row.partnerId = partnerId.value();
            row.workspaceId = workspaceId;
            accounts.store(row, ProfileState.first(wanted, now));
            database.persist(row);
            record(workspaceId, "payout_profile_set", partnerId, wanted, null);
            return PayoutProfileView.of(ProfileState.first(wanted, now));
        }
        ProfileState before = settled(row, partner, now);
        ProfileState after = before.changed(wanted, now, wait);
        if (!after.equals(before)) {
            accounts.store(row, after);
            tell(workspaceId, partner, before, after);
        }
        return PayoutProfileView.of(after);
    }

    /** @return the partners whose next account has come into force and was not told of yet, some at a time */
    List<PartnerId> due(int max) {
        return database.createQuery("select p.partnerId from StoredProfile p where p.nextAt > :longAgo and p.nextAt <= :now"
                        + " order by p.nextAt", String.class)
                .setParameter("longAgo", UtcTime.LONG_AGO).setParameter("now", clock.instant()).setMaxResults(max).getResultStream().map(PartnerId::new).toList();
    }

    /** Writes down and tells that the next account of a partner has come into force, unless another node has. */
    void settle(PartnerId partnerId) {
        StoredProfile row = database.find(StoredProfile.class, partnerId.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row != null) {
            settled(row, partners.byId(row.workspaceId, partnerId.value()).orElse(null), clock.instant());
        }
    }

    /** @param partner null for one who is gone */
    private ProfileState settled(StoredProfile row, PartnerView partner, Instant now) {
        ProfileState state = accounts.state(row);
        if (!state.isDue(now)) {
            return state;
        }
        ProfileState current = state.at(now);
        accounts.store(row, current);
        record(row.workspaceId, "payout_profile_in_force", new PartnerId(row.partnerId), current.account(), null);
        if (partner != null) {
            send(row.workspaceId, partner, current.account(), mails -> mails.inForce(current.account()));
        }
        return current;
    }

    private void tell(WorkspaceId workspaceId, PartnerView partner, ProfileState before, ProfileState after) {
        if (after.next() == null && after.account().equals(before.account())) {
            record(workspaceId, "payout_change_withdrawn", partner.id(), after.account(), null);
            send(workspaceId, partner, after.account(), mails -> mails.withdrawn(after.account()));
            return;
        }
        PayoutAccount wanted = after.next() == null ? after.account() : after.next();
        record(workspaceId, "payout_profile_changed", partner.id(), wanted, after.nextAt());
        send(workspaceId, partner, before.account(), mails -> mails.changed(wanted, after.nextAt()));
    }

    /** Writes to the partner and to all who own the partner's account, so that one whose mail is read by somebody else is not alone. */
    private void send(WorkspaceId workspaceId, PartnerView partner, PayoutAccount account, Function<ProfileMails, Mail> mail) {
        Set<String> told = new LinkedHashSet<>(Set.of(partner.email()));
        owners.forEach(known -> told.addAll(known.emails(workspaceId, partner.id())));
        String program = programs.get(workspaceId).name();
        told.forEach(email -> mailer.send(mail.apply(new ProfileMails(email, program, account.language(partner.country())))));
    }

    private void record(WorkspaceId workspaceId, String action, PartnerId partnerId, PayoutAccount account, Instant inForceAt) {
        Map<String, String> details = new HashMap<>();
        details.put("method", account.method().text());
        details.put("account", account.hint());
        details.put("inForceAt", Json.text(inForceAt));
        details.values().removeIf(value -> value == null);
        trail.record(workspaceId, action, partnerId.value(), details);
    }
}
