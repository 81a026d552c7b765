package org.conversions.portal.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import org.conversions.account.Browser;
import org.conversions.account.LoginSession;
import org.conversions.account.NewPerson;
import org.conversions.account.People;
import org.conversions.account.PersonView;
import org.conversions.account.Sessions;
import org.conversions.account.StartedSession;
import org.conversions.audit.Actor;
import org.conversions.audit.AuditTrail;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.Programs;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.secret.TokenHash;
import org.conversions.portal.member.PartnerMembers;

/** Shows and takes invitations of partners' people, by the token of their link. The token alone opens no account that there is. */
@Stateless
public class PartnerAcceptances {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Partners partners;
    @Inject
    private Programs programs;
    @Inject
    private People people;
    @Inject
    private PartnerMembers members;
    @Inject
    private Sessions sessions;
    @Inject
    private AuditTrail trail;
    @Inject
    private Actor actor;

    /** @throws RequestRefused not_found for one that was accepted or deleted, or has run out */
    public OpenPartnerInvitation find(String token) {
        PartnerInvitation invitation = known(token);
        PartnerView partner = partners.byId(invitation.workspaceId, invitation.partnerId.value())
                .orElseThrow(PartnerAcceptances::unknown);
        return new OpenPartnerInvitation(programs.get(invitation.workspaceId).name(), partner.name(), invitation.email,
                invitation.role, people.byEmail(invitation.email).isPresent());
    }

    /**
     * Makes the person who is signed in one of the partner's.
     *
     * @throws RequestRefused not_found as {@link #find}; forbidden when the invitation is another person's
     */
    public void accept(String token, LoginSession session) {
        PartnerInvitation invitation = known(token);
        if (!session.person().email().equals(invitation.email)) {
            throw RequestRefused.forbidden("other_person", "This invitation is for somebody else. Sign out, and open it again.");
        }
        join(invitation, session.person());
    }

    /**
     * Makes a person of the invitation's email, one of the partner's, and signs them in.
     *
     * @param name left out for the part of the email before the @
     * @throws RequestRefused not_found as {@link #find}; unauthorized when there is a person with this email, who has to sign
     *                        in; unprocessable_entity
     */
    public StartedSession accept(String token, String name, String password, Browser browser) {
        PartnerInvitation invitation = known(token);
        if (people.byEmail(invitation.email).isPresent()) {
            throw new RequestRefused(RequestRefused.Code.UNAUTHORIZED, "sign_in_first", "You have an account here: sign in first.");
        }
        PersonView person = people.add(new NewPerson(invitation.email, name, password), false);
        actor.becomes(Actor.Kind.PERSON, person.id(), person.email());
        join(invitation, person);
        return sessions.start(person.id(), null, browser);
    }

    private void join(PartnerInvitation invitation, PersonView person) {
        // The partner's lock comes first, as everywhere.
        members.add(invitation.workspaceId, invitation.partnerId, person.id(), invitation.role);
        // Of two at the same moment, one finds it gone, and all of it is undone.
        int used = database.createQuery("delete from PartnerInvitation i where i.id = :id and i.workspaceId = :workspace")
                .setParameter("id", invitation.id).setParameter("workspace", invitation.workspaceId).executeUpdate();
        if (used == 0) {
            throw unknown();
        }
        trail.record(invitation.workspaceId, "partner_invitation_accepted", invitation.partnerId.value(),
                Map.of("email", invitation.email, "role", invitation.role.text()));
    }

    private PartnerInvitation known(String token) {
        return database.createQuery("select i from PartnerInvitation i where i.tokenHash = :hash and i.expiresAt > :now",
                        PartnerInvitation.class)
                .setParameter("hash", TokenHash.sha256(token)).setParameter("now", clock.instant()).getResultStream().findFirst()
                .orElseThrow(PartnerAcceptances::unknown);
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("invitation_unknown", "This invitation was accepted or deleted, or has run out.");
    }
}
