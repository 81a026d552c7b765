package org.conversions.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.FakeSmtp;
import org.conversions.server.ServerAbroad;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The mails that people get, from a server with a mail server. */
@ResourceLock(ServerAbroad.NAME)
class MailIT {

    private static final int SECONDS = 30;
    private static final Pattern TOKEN = Pattern.compile("/app/(reset|invitation)/#token=(conv_[a-z]+_[0-9A-Za-z]{32})");

    private final FakeSmtp smtp = ServerAbroad.shared().smtp();
    private final ConversionsServer server = ServerAbroad.shared().server();

    @BeforeEach
    void forgetTheMailsOfOthers() {
        smtp.forget();
    }

    @Test
    void peopleAreInvitedGetBackInAndLearnWhatWasChanged() {
        String email = unique("sam-") + "@example.com";
        server.api(ServerSettings.API_KEY).post("/api/workspace/invitations", object("email", email, "role", "viewer")).expect(201);
        FakeSmtp.Received invitation = smtp.next(SECONDS);
        assertThat(invitation.from()).isEqualTo("conversions@example.com");
        assertThat(invitation.to()).containsExactly(email);
        assertThat(invitation.text()).contains("Subject: You are invited to Acme", "Auto-Submitted: auto-generated");
        Person sam = Person.at(server, email);
        sam.accept(token(invitation)).expect(200);

        smtp.refuse(1);
        Person stranger = sam.elsewhere();
        stranger.post("/api/password-resets", object("email", unique("nobody") + "@example.com")).expect(202);
        stranger.post("/api/password-resets", object("email", email.toUpperCase())).expect(202);
        FakeSmtp.Received reset = smtp.next(SECONDS);
        assertThat(reset.to()).as("tried again").containsExactly(email);
        assertThat(stranger.post("/api/password-resets/" + token(reset), object("password", "another long password")).status())
                .isEqualTo(204);
        assertThat(smtp.next(SECONDS).text()).contains("Subject: Your password was changed");
        assertThat(sam.get("/api/me").status()).isEqualTo(401);

        sam.login("another long password", null).expect(200);
        String other = unique("new-") + "@example.com";
        sam.patch("/api/me", object("email", other, "currentPassword", "another long password")).expect(200);
        assertThat(smtp.next(SECONDS).to()).containsExactly(email);
        assertThat(smtp.next(SECONDS).to()).containsExactly(other);

        for (int i = 0; i < 6; i++) {
            stranger.post("/api/password-resets", object("email", other)).expect(202);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(smtp.next(SECONDS)).as("three links at a time").isNotNull();
        }
        assertThat(smtp.next(3)).isNull();
        assertThat(server.log()).doesNotContain("conv_reset_", "conv_invitation_", FakeSmtp.PASSWORD);
    }

    @Test
    void aPartnerLearnsThatThePayoutAccountWasChangedAndThatItCounts() {
        Api owner = server.api(ServerSettings.API_KEY);
        String email = unique("pat-") + "@partners.example";
        String path = "/api/partners/" + owner.post("/api/partners", object("email", email, "country", "AT")).expect(201).path("id").asText()
                + "/payout-profile";
        owner.put(path, object("method", "paypal", "paypalEmail", email)).expect(200);
        String other = unique("other-") + "@partners.example";
        assertThat(owner.put(path, object("method", "paypal", "paypalEmail", other)).expect(200).path("next").isNull()).isFalse();
        FakeSmtp.Received changed = smtp.next(SECONDS);
        assertThat(changed.to()).containsExactly(email);
        assertThat(smtp.next(SECONDS).to()).as("it has come into force").containsExactly(email);
        assertThat(owner.get(path).expect(200).path("account").path("paypalEmail").asText()).isEqualTo("o•••@partners.example");
        assertThat(owner.get(path).expect(200).path("next").isNull()).isTrue();
        assertThat(owner.get("/api/audit?action=payout_profile_in_force").expect(200).findValuesAsText("subject"))
                .contains(path.split("/")[3]);
        assertThat(smtp.next(3)).isNull();
        assertThat(server.log()).doesNotContain(other);
    }

    @Test
    void aPartnerLearnsHowTheirDealsGoOn() {
        Api owner = server.api(ServerSettings.API_KEY);
        String email = unique("pat-") + "@partners.example";
        String partner = owner.post("/api/partners", object("email", email)).expect(201).path("id").asText();
        owner.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/")).expect(201);
        String prospect = unique("kim-") + "@prospect.example";
        String path = "/api/leads/submitted/" + owner.post("/api/leads/submitted", object("partnerId", partner, "name", "Kim", "email",
                prospect)).expect(201).path("id").asText();
        owner.patch(path, object("status", "meeting")).expect(200);
        owner.patch(path, object("status", "pending")).expect(422);
        owner.patch(path, object("status", "closedWon", "saleAmount", 1_000)).expect(200);
        FakeSmtp.Received meeting = smtp.next(SECONDS);
        assertThat(meeting.to()).containsExactly(email);
        assertThat(meeting.text()).contains("Subject: Your lead Kim: in a meeting");
        assertThat(smtp.next(SECONDS).text()).contains("Subject: Your lead Kim: won").doesNotContain(prospect);
        assertThat(smtp.next(3)).isNull();
    }

    /** Long lines come in parts that end with an equals sign, and an equals sign as =3D. */
    private static String token(FakeSmtp.Received mail) {
        Matcher matcher = TOKEN.matcher(mail.text().replace("=\n", "").replace("=3D", "="));
        assertThat(matcher.find()).as(mail.text()).isTrue();
        return matcher.group(2);
    }
}
