package org.conversions.portal.invitation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.conversions.account.NewPerson;
import org.conversions.audit.AuditTrail;
import org.conversions.partner.PartnerJoined;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.Programs;
import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.Mailer;
import org.conversions.platform.mail.PageAddresses;
import org.conversions.platform.secret.OneUseTokens;
import org.conversions.portal.member.PartnerMembers;
import org.conversions.portal.member.PartnerRole;
import org.conversions.portal.program.PortalSettings;

/** Makes, lists and deletes the invitations of partners' people. Each is for one email, works for a week, and once. */
@Stateless
public class PartnerInvitations {

    static final Duration LIFE = Duration.ofDays(7);
    static final int PER_PARTNER_MAX = 20;

    private static final String PREFIX = "conv_partner_";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private OneUseTokens tokens;
    @Inject
    private Partners partners;
    @Inject
    private Programs programs;
    @Inject
    private PartnerMembers members;
    @Inject
    private PortalSettings settings;
    @Inject
    private AuditTrail trail;
    @Inject
    private Mailer mailer;
    @Inject
    private PageAddresses pages;

    /** @return those that can still be accepted, the oldest first */
    public List<PartnerInvitationView> list(WorkspaceId workspaceId, PartnerId partnerId) {
        return open(workspaceId, partnerId).stream().map(PartnerInvitation::view).toList();
    }

    /**
     * Invites somebody to a partner, by mail too where this server can send it. An earlier invitation of the same email ends.
     *
     * @param email     null for the partner's own
     * @param invitedBy an email or the name of a key; null for the program
     * @throws RequestRefused not found for a partner of another workspace; unprocessable_entity; conflict for a member; forbidden
     *                        when there are as many as there may be
     */
    public MadePartnerInvitation make(WorkspaceId workspaceId, PartnerId partnerId, String email, PartnerRole role, String invitedBy) {
        partners.lock(workspaceId, partnerId);
        PartnerView partner = partners.byId(workspaceId, partnerId.value()).orElseThrow(Partners::notFound);
        String address = NewPerson.checkedEmail("email", email == null ? partner.email() : email);
        if (members.list(workspaceId, partnerId).stream().anyMatch(member -> member.person().email().equals(address))) {
            throw RequestRefused.conflict("member_exists", "email: belongs to this partner already");
        }
        database.createQuery("delete from PartnerInvitation i where i.workspaceId = :workspace and i.partnerId = :partner"
                        + " and i.email = :email").setParameter("workspace", workspaceId).setParameter("partner", partnerId)
                .setParameter("email", address).executeUpdate();
        if (open(workspaceId, partnerId).size() >= PER_PARTNER_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A partner has at most " + PER_PARTNER_MAX
                    + " invitations at a time: delete one first.");
        }
        OneUseTokens.Made token = tokens.make(PREFIX, LIFE);
        PartnerInvitation invitation = new PartnerInvitation();
        invitation.id = Ids.next("pinv", clock);
        invitation.tokenHash = token.hash();
        invitation.workspaceId = workspaceId;
        invitation.partnerId = partnerId;
        invitation.email = address;
        invitation.role = role;
        invitation.invitedBy = invitedBy;
        invitation.createdAt = token.createdAt();
        invitation.expiresAt = token.expiresAt();
        database.persist(invitation);
        trail.record(workspaceId, "partner_invitation_made", partnerId.value(), Map.of("email", address, "role", role.text()));
        String url = pages.at("partners/#/invitation/" + token.text());
        mailer.send(InvitationMails.invitation(PartnerLanguage.usualIn(partner.country()), address, programs.get(workspaceId).name(),
                partner.name(), invitedBy, url));
        return new MadePartnerInvitation(invitation.view(), url, mailer.configured());
    }

    /** Invites a partner who has just joined, where the program wants that and this server can send mail. */
    public void invite(@Observes PartnerJoined joined) {
        if (mailer.configured() && settings.get(joined.workspaceId()).invitePartners()
                && members.list(joined.workspaceId(), joined.partnerId()).isEmpty()
                && open(joined.workspaceId(), joined.partnerId()).isEmpty()) {
            make(joined.workspaceId(), joined.partnerId(), null, PartnerRole.OWNER, null);
        }
    }

    /** @throws RequestRefused not_found */
    public void delete(WorkspaceId workspaceId, PartnerId partnerId, String invitationId) {
        PartnerInvitation invitation = database.createQuery("select i from PartnerInvitation i where i.workspaceId = :workspace"
                        + " and i.partnerId = :partner and i.id = :id", PartnerInvitation.class)
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId).setParameter("id", invitationId)
                .getResultStream().findFirst()
                .orElseThrow(() -> RequestRefused.notFound("invitation_not_found", "Invitation not found."));
        database.remove(invitation);
        trail.record(workspaceId, "partner_invitation_deleted", partnerId.value(), Map.of("email", invitation.email));
    }

    /** Deletes what has run out, some at a time; every node may do it. */
    @Schedule(hour = "*", minute = "*/15", persistent = false)
    public void sweep() {
        tokens.sweep(PartnerInvitation.class);
    }

    private List<PartnerInvitation> open(WorkspaceId workspaceId, PartnerId partnerId) {
        return database.createQuery("select i from PartnerInvitation i where i.workspaceId = :workspace and i.partnerId = :partner"
                        + " and i.expiresAt > :now order by i.id", PartnerInvitation.class)
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId).setParameter("now", clock.instant())
                .setMaxResults(PER_PARTNER_MAX).getResultList();
    }
}
