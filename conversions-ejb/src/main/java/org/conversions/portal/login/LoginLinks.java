package org.conversions.portal.login;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.conversions.account.Browser;
import org.conversions.account.Logins;
import org.conversions.account.Logins.Verdict;
import org.conversions.account.People;
import org.conversions.account.PersonView;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.mail.Mailer;
import org.conversions.platform.mail.PageAddresses;
import org.conversions.platform.secret.OneUseTokens;
import org.conversions.platform.secret.TokenHash;
import org.conversions.portal.member.PartnerMembers;

/**
 * Mails links that sign people of partners in, and takes them. Each works for a quarter of an hour, and once. A second factor
 * is asked for all the same.
 */
@Stateless
public class LoginLinks {

    static final Duration LIFE = Duration.ofMinutes(15);
    /** Bounds the links of a person that can be used at a time, and so the mails that strangers can have sent. */
    static final int PER_PERSON_MAX = 3;

    private static final System.Logger LOG = System.getLogger(LoginLinks.class.getName());
    private static final String PREFIX = "conv_login_";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private OneUseTokens tokens;
    @Inject
    private People people;
    @Inject
    private PartnerMembers members;
    @Inject
    private Logins logins;
    @Inject
    private Mailer mailer;
    @Inject
    private PageAddresses pages;

    /**
     * Mails a link to the person with this email, if there is one who belongs to a partner and this server can send mail. It works
     * in the background, so that the time it takes tells nobody whether there is.
     */
    @Asynchronous
    public void mail(String email) {
        try {
            if (mailer.configured()) {
                make(email).ifPresent(made -> mailer.send(made.mail()));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A mail to sign in could not be made", e);
        }
    }

    /** @return a new link; empty when nobody with this email belongs to a partner, and for who has as many as there may be */
    public Optional<MadeLoginLink> make(String email) {
        return people.byEmail(email).filter(person -> !members.of(person.id()).isEmpty()
                && !tokens.has(person.id(), PER_PERSON_MAX, LoginLink.class)).map(this::make);
    }

    /** @return the email of whom a link signs in; empty for one that was used or has run out */
    public Optional<String> email(String token) {
        return known(token).map(link -> link.email);
    }

    /**
     * Signs in who has opened a link, and uses it up when that succeeds.
     *
     * @param code of the second factor, or a recovery code; null or empty when none is given
     * @throws RequestRefused not_found for a link that was used or has run out
     */
    public Logins.Answer take(String token, String code, Browser browser) {
        LoginLink link = known(token).orElseThrow(LoginLinks::unknown);
        Logins.Answer answer = logins.loginByMail(link.personId, code, browser);
        if (answer.verdict() == Verdict.SIGNED_IN) {
            // Of two at the same moment, one finds it gone, and has no session.
            if (!tokens.use(link.tokenHash, LoginLink.class) || !people.get(link.personId).email().equals(link.email)) {
                throw unknown();
            }
        }
        return answer;
    }

    /** Deletes what has run out, some at a time; every node may do it. */
    @Schedule(hour = "*", minute = "*/15", persistent = false)
    public void sweep() {
        tokens.sweep(LoginLink.class);
    }

    private Optional<LoginLink> known(String token) {
        return Optional.ofNullable(database.find(LoginLink.class, TokenHash.sha256(token)))
                .filter(link -> link.expiresAt.isAfter(clock.instant()));
    }

    private MadeLoginLink make(PersonView person) {
        OneUseTokens.Made token = tokens.make(PREFIX, LIFE);
        LoginLink link = new LoginLink();
        link.tokenHash = token.hash();
        link.personId = person.id();
        link.email = person.email();
        link.createdAt = token.createdAt();
        link.expiresAt = token.expiresAt();
        database.persist(link);
        return new MadeLoginLink(person.email(), pages.at("partners/#/login/" + token.text()));
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("login_link_unknown", "This link was used, or has run out. Ask for another one.");
    }
}
