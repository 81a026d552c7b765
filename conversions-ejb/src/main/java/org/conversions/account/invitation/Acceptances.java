package org.conversions.account.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.conversions.account.Browser;
import org.conversions.account.LoginSession;
import org.conversions.account.Memberships;
import org.conversions.account.NewPerson;
import org.conversions.account.People;
import org.conversions.account.PersonView;
import org.conversions.account.Sessions;
import org.conversions.account.StartedSession;
import org.conversions.audit.Actor;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Workspaces;

/** Shows and takes invitations, by the token of their link. The token alone opens no account that there is. */
@Stateless
public class Acceptances {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Workspaces workspaces;
    @Inject
    private People people;
    @Inject
    private Memberships memberships;
    @Inject
    private Sessions sessions;
    @Inject
    private AuditTrail trail;
    @Inject
    private Actor actor;

    /** @throws RequestRefused not_found for one that was accepted or deleted, or has run out */
    public OpenInvitation find(String token) {
        Invitation invitation = known(token);
        return new OpenInvitation(workspaces.get(invitation.workspaceId).name(), invitation.email, invitation.role,
                people.byEmail(invitation.email).isEmpty());
    }

    /**
     * Makes the person who is signed in a member, and the workspace the one that is worked in.
     *
     * @throws RequestRefused not_found as {@link #find}; forbidden when the invitation is another person's
     */
    public LoginSession accept(String token, LoginSession session) {
        Invitation invitation = known(token);
        if (!session.person().email().equals(invitation.email)) {
            throw RequestRefused.forbidden("other_person", "This invitation is for somebody else. Sign out, and open it again.");
        }
        join(invitation, session.person());
        return sessions.choose(session, invitation.workspaceId);
    }

    /**
     * Makes a person of the invitation's email, a member, and signs them in.
     *
     * @param name left out for the part of the email before the @
     * @throws RequestRefused not_found as {@link #find}; unauthorized when there is a person with this email, who has to sign
     *                        in; unprocessable_entity
     */
    public StartedSession accept(String token, String name, String password, Browser browser) {
        Invitation invitation = known(token);
        if (people.byEmail(invitation.email).isPresent()) {
            throw new RequestRefused(Code.UNAUTHORIZED, "sign_in_first", "You have an account here: sign in first.");
        }
        PersonView person = people.add(new NewPerson(invitation.email, name, password), false);
        actor.becomes(Actor.Kind.PERSON, person.id(), person.email());
        join(invitation, person);
        return sessions.start(person.id(), invitation.workspaceId, browser);
    }

    private void join(Invitation invitation, PersonView person) {
        // The workspace's lock comes first, as everywhere.
        memberships.add(invitation.workspaceId, person.id(), invitation.role);
        // Of two at the same moment, one finds it gone, and all of it is undone.
        int used = database.createQuery("delete from Invitation i where i.id = :id and i.workspaceId = :workspace")
                .setParameter("id", invitation.id).setParameter("workspace", invitation.workspaceId).executeUpdate();
        if (used == 0) {
            throw unknown();
        }
        trail.record(invitation.workspaceId, "invitation_accepted", person.id(),
                Map.of("email", invitation.email, "role", invitation.role.text()));
    }

    private Invitation known(String token) {
        Optional<Invitation> found = database.createQuery("select i from Invitation i where i.tokenHash = :hash"
                        + " and i.expiresAt > :now", Invitation.class)
                .setParameter("hash", TokenHash.sha256(token)).setParameter("now", clock.instant()).getResultStream().findFirst();
        return found.orElseThrow(Acceptances::unknown);
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("invitation_unknown", "This invitation was accepted or deleted, or has run out.");
    }
}
