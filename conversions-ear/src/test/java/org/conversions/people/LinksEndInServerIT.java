package org.conversions.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.conversions.account.Browser;
import org.conversions.account.Logins;
import org.conversions.account.NewPerson;
import org.conversions.account.People;
import org.conversions.account.PersonView;
import org.conversions.account.Role;
import org.conversions.account.Sessions;
import org.conversions.account.StartedSession;
import org.conversions.account.invitation.Acceptances;
import org.conversions.account.invitation.Invitations;
import org.conversions.account.invitation.MadeInvitation;
import org.conversions.account.reset.PasswordResets;
import org.conversions.partner.PartnerDraft;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.portal.invitation.PartnerAcceptances;
import org.conversions.portal.invitation.PartnerInvitations;
import org.conversions.portal.login.LoginLinks;
import org.conversions.portal.member.PartnerMembers;
import org.conversions.portal.member.PartnerRole;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.conversions.setup.NewWorkspaces;
import org.conversions.workspace.NewWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links and sessions end by themselves. */
class LinksEndInServerIT extends InServer {

    private static final String PASSWORD = "correct horse battery staple";

    @Inject
    private People people;
    @Inject
    private NewWorkspaces workspaces;
    @Inject
    private Invitations invitations;
    @Inject
    private Acceptances acceptances;
    @Inject
    private PasswordResets resets;
    @Inject
    private Sessions sessions;
    @Inject
    private Partners partners;
    @Inject
    private PartnerInvitations partnerInvitations;
    @Inject
    private PartnerAcceptances partnerAcceptances;
    @Inject
    private PartnerMembers members;
    @Inject
    private LoginLinks loginLinks;
    @Inject
    private TestClock clock;

    @AfterEach
    void setBack() {
        clock.setBack();
    }

    @Test
    void anInvitationWorksForAWeek() {
        WorkspaceId workspaceId = workspaces.createFor(person().id(), new NewWorkspace("Shop", unique(), null)).id();
        MadeInvitation made = invitations.make(workspaceId, unique() + "@example.com", Role.VIEWER, null);
        String token = made.url().replaceAll(".*#token=", "");
        clock.passes(Duration.ofDays(7).minusMinutes(1));
        assertThat(acceptances.find(token).role()).isEqualTo(Role.VIEWER);
        clock.passes(Duration.ofMinutes(2));
        assertThatThrownBy(() -> acceptances.find(token)).isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> acceptances.accept(token, null, PASSWORD, new Browser(null, null)))
                .isInstanceOf(RequestRefused.class);
        assertThat(invitations.list(workspaceId)).isEmpty();
        invitations.sweep();
    }

    @Test
    void aLinkSetsAPasswordForAnHour() {
        PersonView person = person();
        String early = resets.byOperator(person.id()).url().replaceAll(".*#token=", "");
        clock.passes(Duration.ofMinutes(59));
        resets.take(early, "another long password");
        String late = resets.byOperator(person.email()).url().replaceAll(".*#token=", "");
        clock.passes(Duration.ofMinutes(61));
        assertThatThrownBy(() -> resets.take(late, "yet another password")).isInstanceOf(RequestRefused.class);
        resets.sweep();
        assertThat(people.authenticate(person.email(), "another long password")).isPresent();
        assertThat(people.authenticate(person.email(), "yet another password")).isEmpty();
    }

    @Test
    void aPartnersInvitationWorksForAWeekAndAMailedLoginForAQuarterOfAnHour() {
        WorkspaceId workspaceId = workspaces.createFor(person().id(), new NewWorkspace("Shop", unique(), null)).id();
        PersonView person = person();
        PartnerId partner = partners.enroll(workspaceId, new PartnerDraft(person.email(), null, null, null, null, null, null, null)).id();
        String invitation = lastPart(partnerInvitations.make(workspaceId, partner, null, PartnerRole.OWNER, null).url());
        clock.passes(Duration.ofDays(7).minusMinutes(1));
        assertThat(partnerAcceptances.find(invitation).personExists()).isTrue();
        clock.passes(Duration.ofMinutes(2));
        assertThatThrownBy(() -> partnerAcceptances.find(invitation)).isInstanceOf(RequestRefused.class);
        partnerInvitations.sweep();

        assertThat(loginLinks.make(person.email())).as("who is at no partner").isEmpty();
        members.add(workspaceId, partner, person.id(), PartnerRole.OWNER);
        String late = lastPart(loginLinks.make(person.email()).orElseThrow().url());
        clock.passes(Duration.ofMinutes(16));
        assertThatThrownBy(() -> loginLinks.take(late, null, new Browser(null, null))).isInstanceOf(RequestRefused.class);
        String early = lastPart(loginLinks.make(person.email()).orElseThrow().url());
        clock.passes(Duration.ofMinutes(14));
        Logins.Answer answer = loginLinks.take(early, null, new Browser(null, null));
        assertThat(answer.verdict()).isEqualTo(Logins.Verdict.SIGNED_IN);
        assertThat(sessions.begunByMail(answer.started().session(), clock.clock().instant().minus(Duration.ofMinutes(1)))).isTrue();
        clock.passes(Duration.ofMinutes(6));
        assertThat(sessions.begunByMail(answer.started().session(), clock.clock().instant().minus(Duration.ofMinutes(5)))).isFalse();
        loginLinks.sweep();
    }

    private static String lastPart(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    @Test
    void aSessionEndsWhenItIsNotUsedAndAfterAMonthInAnyCase() {
        PersonView person = person();
        StartedSession idle = sessions.start(person.id(), null, new Browser(null, null));
        clock.passes(Duration.ofHours(71));
        assertThat(sessions.find(idle.token())).isPresent();
        clock.passes(Duration.ofHours(2));
        assertThat(sessions.find(idle.token())).isEmpty();
        StartedSession busy = sessions.start(person.id(), null, new Browser(null, null));
        for (int day = 0; day < 30; day++) {
            assertThat(sessions.find(busy.token())).as("day " + day).isPresent();
            sessions.writeLastUses(new TreeMap<>(Map.of(busy.session().id(), clock.clock().instant())));
            clock.passes(Duration.ofDays(1));
        }
        assertThat(sessions.find(busy.token())).isEmpty();
        sessions.sweep();
        assertThat(sessions.list(person.id())).isEmpty();
    }

    private PersonView person() {
        return people.add(new NewPerson(unique() + "@example.com", null, PASSWORD), false);
    }

    private static String unique() {
        return "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
