package org.conversions.account.invitation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.conversions.account.Memberships;
import org.conversions.account.NewPerson;
import org.conversions.account.Role;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.Mail;
import org.conversions.platform.mail.Mailer;
import org.conversions.platform.mail.PageAddresses;
import org.conversions.platform.secret.OneUseTokens;
import org.conversions.workspace.Workspaces;

/** Makes, lists and deletes the invitations of a workspace. Each is for one email, works for a week, and once. */
@Stateless
public class Invitations {

    static final Duration LIFE = Duration.ofDays(7);
    static final int PER_WORKSPACE_MAX = 100;

    private static final String PREFIX = "conv_invitation_";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private OneUseTokens tokens;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Memberships memberships;
    @Inject
    private AuditTrail trail;
    @Inject
    private Mailer mailer;
    @Inject
    private PageAddresses pages;

    /** @return those that can still be accepted, the oldest first */
    public List<InvitationView> list(WorkspaceId workspaceId) {
        return open(workspaceId).stream().map(Invitation::view).toList();
    }

    /**
     * Invites somebody, by mail too where this server can send it. An earlier invitation of the same email ends.
     *
     * @param invitedBy an email or the name of a key; may be null
     * @throws RequestRefused unprocessable_entity; conflict for a member; forbidden when there are as many as there may be
     */
    public MadeInvitation make(WorkspaceId workspaceId, String email, Role role, String invitedBy) {
        String address = NewPerson.checkedEmail("email", email);
        workspaces.lock(workspaceId);
        if (memberships.members(workspaceId).stream().anyMatch(member -> member.person().email().equals(address))) {
            throw RequestRefused.conflict("member_exists", "email: is a member of this workspace already");
        }
        database.createQuery("delete from Invitation i where i.workspaceId = :workspace and i.email = :email")
                .setParameter("workspace", workspaceId).setParameter("email", address).executeUpdate();
        if (open(workspaceId).size() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A workspace has at most " + PER_WORKSPACE_MAX
                    + " invitations at a time: delete one first.");
        }
        OneUseTokens.Made token = tokens.make(PREFIX, LIFE);
        Invitation invitation = new Invitation();
        invitation.id = Ids.next("inv", clock);
        invitation.tokenHash = token.hash();
        invitation.workspaceId = workspaceId;
        invitation.email = address;
        invitation.role = role;
        invitation.invitedBy = invitedBy;
        invitation.createdAt = token.createdAt();
        invitation.expiresAt = token.expiresAt();
        database.persist(invitation);
        trail.record(workspaceId, "invitation_made", invitation.id, Map.of("email", address, "role", role.text()));
        String url = pages.withToken("invitation", token.text());
        String name = workspaces.get(workspaceId).name();
        mailer.send(new Mail(address, "You are invited to " + name, "You are invited to the workspace " + name
                + " as its " + role.text() + (invitedBy == null ? "" : ", by " + invitedBy)
                + ". Accept here, within seven days:\n\n" + url + "\n\nIf you did not expect this, do nothing."));
        return new MadeInvitation(invitation.view(), url);
    }

    /** @throws RequestRefused not_found */
    public void delete(WorkspaceId workspaceId, String invitationId) {
        Invitation invitation = database.createQuery("select i from Invitation i where i.workspaceId = :workspace and i.id = :id",
                        Invitation.class)
                .setParameter("workspace", workspaceId).setParameter("id", invitationId).getResultStream().findFirst()
                .orElseThrow(() -> RequestRefused.notFound("invitation_not_found", "Invitation not found."));
        database.remove(invitation);
        trail.record(workspaceId, "invitation_deleted", invitationId, Map.of("email", invitation.email));
    }

    /** Deletes what has run out, some at a time; every node may do it. */
    @Schedule(hour = "*", minute = "*/15", persistent = false)
    public void sweep() {
        tokens.sweep(Invitation.class);
    }

    private List<Invitation> open(WorkspaceId workspaceId) {
        return database.createQuery("select i from Invitation i where i.workspaceId = :workspace and i.expiresAt > :now"
                        + " order by i.id", Invitation.class)
                .setParameter("workspace", workspaceId).setParameter("now", clock.instant())
                .setMaxResults(PER_WORKSPACE_MAX).getResultList();
    }
}
