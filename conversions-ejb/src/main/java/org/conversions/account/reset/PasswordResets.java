package org.conversions.account.reset;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.account.LoginSession;
import org.conversions.account.Memberships;
import org.conversions.account.OwnAccount;
import org.conversions.account.People;
import org.conversions.account.PersonView;
import org.conversions.account.Sessions;
import org.conversions.audit.Actor;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.Mail;
import org.conversions.platform.mail.Mailer;
import org.conversions.platform.mail.PageAddresses;
import org.conversions.platform.secret.TokenHash;

/** Makes links that set another password, and takes them. Each works for an hour, and once. A second factor stays. */
@Stateless
public class PasswordResets {

    static final Duration LIFE = Duration.ofHours(1);
    /** Bounds the links of a person that can be used at a time, and so the mails that strangers can have sent. */
    static final int PER_PERSON_MAX = 3;

    private static final System.Logger LOG = System.getLogger(PasswordResets.class.getName());
    private static final String PREFIX = "conv_reset_";
    /** Makes 190 bits, which cannot be guessed, so a fast hash is enough to keep them. */
    private static final int RANDOM_LENGTH = 32;
    private static final int SWEEP_MAX = 1_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private People people;
    @Inject
    private Sessions sessions;
    @Inject
    private Memberships memberships;
    @Inject
    private Instance<OtherReach> elsewhere;
    @Inject
    private Mailer mailer;
    @Inject
    private PageAddresses pages;
    @Inject
    private Actor actor;

    /**
     * Mails a link to the person with this email, if there is one and this server can send mail. It works in the background, so
     * that the time it takes tells nobody whether there is.
     */
    @Asynchronous
    public void mail(String email) {
        try {
            if (mailer.configured()) {
                people.byEmail(email).filter(person -> open(person.id()) < PER_PERSON_MAX).ifPresent(person ->
                        mailer.send(new Mail(person.email(), "Reset your password", "Somebody, probably you, asked to reset the"
                                + " password of your account on this server. Set another one here, within an hour:\n\n"
                                + make(person.id()).url() + "\n\nIf that was not you, do nothing: your password stays as it is.")));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A mail to reset a password could not be made", e);
        }
    }

    /**
     * Makes a link for an owner to hand to a member of the workspace.
     *
     * @throws RequestRefused not_found for who is no member; forbidden for a person who has access to what is not the
     *                        owner's
     */
    public ResetLink byOwner(WorkspaceId workspaceId, LoginSession owner, String personId) {
        memberships.checkMember(workspaceId, personId);
        PersonView person = people.get(personId);
        OwnersReach.refusal(owner.personId(), memberships.of(owner.personId()), person, memberships.of(personId),
                        elsewhere.stream().anyMatch(reach -> reach.has(personId)))
                .ifPresent(refusal -> {
                    throw refusal;
                });
        people.recordForAll(personId, "password_reset_link_made", Map.of("person", person.email()));
        return make(personId);
    }

    /** Makes a link for the operator of the server to hand to anybody. @param idOrEmail of the person. @throws RequestRefused not_found */
    public ResetLink byOperator(String idOrEmail) {
        PersonView person = people.byEmail(idOrEmail).orElseGet(() -> people.get(idOrEmail));
        people.recordForAll(person.id(), "password_reset_link_made", Map.of("person", person.email()));
        return make(person.id());
    }

    /**
     * Sets another password, and ends all sessions.
     *
     * @throws RequestRefused not_found for a link that was used or has run out; unprocessable for a password that cannot be
     */
    public void take(String token, String password) {
        PasswordReset reset = database.find(PasswordReset.class, TokenHash.sha256(token));
        if (reset == null) {
            throw unknown();
        }
        PersonView person = people.get(reset.personId);
        actor.becomes(Actor.Kind.PERSON, person.id(), person.email());
        people.setPassword(person.id(), "password", password, "password_reset");
        // Of two at the same moment, one finds it gone, and nothing is set.
        int used = database.createQuery("delete from PasswordReset r where r.tokenHash = :hash and r.expiresAt > :now")
                .setParameter("hash", reset.tokenHash).setParameter("now", clock.instant()).executeUpdate();
        if (used == 0) {
            throw unknown();
        }
        sessions.endAll(person.id(), null);
        database.createQuery("delete from PasswordReset r where r.personId = :person").setParameter("person", person.id())
                .executeUpdate();
        mailer.send(OwnAccount.passwordChanged(person.email()));
    }

    /** Deletes what has run out, some at a time; every node may do it. */
    @Schedule(hour = "*", minute = "*/15", persistent = false)
    public void sweep() {
        List<String> over = database.createQuery("select r.tokenHash from PasswordReset r where r.expiresAt < :now"
                        + " order by r.expiresAt", String.class)
                .setParameter("now", clock.instant()).setMaxResults(SWEEP_MAX).getResultList();
        if (!over.isEmpty()) {
            database.createQuery("delete from PasswordReset r where r.tokenHash in :over").setParameter("over", over)
                    .executeUpdate();
        }
    }

    private ResetLink make(String personId) {
        String token = PREFIX + Ids.random(RANDOM_LENGTH);
        Instant now = clock.instant();
        PasswordReset reset = new PasswordReset();
        reset.tokenHash = TokenHash.sha256(token);
        reset.personId = personId;
        reset.createdAt = now;
        reset.expiresAt = now.plus(LIFE);
        database.persist(reset);
        return new ResetLink(pages.withToken("reset", token), reset.expiresAt);
    }

    private int open(String personId) {
        return database.createQuery("select r.tokenHash from PasswordReset r where r.personId = :person and r.expiresAt > :now",
                        String.class)
                .setParameter("person", personId).setParameter("now", clock.instant()).setMaxResults(PER_PERSON_MAX)
                .getResultList().size();
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("reset_unknown", "This link was used, or has run out. Ask for another one.");
    }
}
