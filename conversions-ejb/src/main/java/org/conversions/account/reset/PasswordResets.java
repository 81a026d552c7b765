package org.conversions.account.reset;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import org.conversions.account.LoginSession;
import org.conversions.account.Memberships;
import org.conversions.account.OwnAccount;
import org.conversions.account.People;
import org.conversions.account.PersonView;
import org.conversions.account.Sessions;
import org.conversions.audit.Actor;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.Mail;
import org.conversions.platform.mail.Mailer;
import org.conversions.platform.mail.PageAddresses;
import org.conversions.platform.secret.OneUseTokens;
import org.conversions.platform.secret.TokenHash;

/** Makes links that set another password, and takes them. Each works for an hour, and once. A second factor stays. */
@Stateless
public class PasswordResets {

    static final Duration LIFE = Duration.ofHours(1);
    /** Bounds the links of a person that can be used at a time, and so the mails that strangers can have sent. */
    static final int PER_PERSON_MAX = 3;

    private static final System.Logger LOG = System.getLogger(PasswordResets.class.getName());
    private static final String PREFIX = "conv_reset_";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private OneUseTokens tokens;
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
                people.byEmail(email).filter(person -> !tokens.has(person.id(), PER_PERSON_MAX, PasswordReset.class))
                        .ifPresent(person -> mailer.send(new Mail(person.email(), "Reset your password", "Somebody, probably you,"
                                + " asked to reset the password of your account on this server. Set another one here, within an hour:\n\n"
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
        if (!tokens.use(reset.tokenHash, PasswordReset.class)) {
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
        tokens.sweep(PasswordReset.class);
    }

    private ResetLink make(String personId) {
        OneUseTokens.Made token = tokens.make(PREFIX, LIFE);
        PasswordReset reset = new PasswordReset();
        reset.tokenHash = token.hash();
        reset.personId = personId;
        reset.createdAt = token.createdAt();
        reset.expiresAt = token.expiresAt();
        database.persist(reset);
        return new ResetLink(pages.withToken("reset", token.text()), reset.expiresAt);
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("reset_unknown", "This link was used, or has run out. Ask for another one.");
    }
}
