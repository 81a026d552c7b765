package org.conversions.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.api.AtOnce;
import org.conversions.api.Errors;
import org.conversions.people.Person;
import org.conversions.people.Totp;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.FakeSmtp;
import org.conversions.server.ServerAbroad;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What partners do by mail, and what they are told: invitations, logins, changes of where the money goes, earnings and payouts. */
@ResourceLock(ServerAbroad.NAME)
class PortalMailIT {

    private static final int SECONDS = 30;
    private static final Pattern LINK = Pattern.compile("/partners/#/(login|invitation)/(conv_[a-z]+_[0-9A-Za-z]{32})");

    private final FakeSmtp smtp = ServerAbroad.shared().smtp();
    private final ConversionsServer server = ServerAbroad.shared().server();
    private final Api api = server.api(ServerSettings.API_KEY);

    @BeforeEach
    void forgetTheMailsOfOthers() {
        smtp.forget();
    }

    @Test
    void whoJoinsTheProgramIsInvitedWhereTheProgramWantsThat() {
        PartnersPerson.enroll(api, "Unasked");
        expect(200, api.patch("/api/program", object("invitePartners", true)));
        String partner = PartnersPerson.enroll(api, "Pat");
        expect(200, api.patch("/api/program", object("invitePartners", false)));
        FakeSmtp.Received mail = smtp.next(SECONDS);
        Person person = Person.at(server, mail.to().get(0));
        assertThat(mail.text()).contains("Subject: Ihr Zugang zu ");
        person.keep(person.post("/api/portal/invitations/" + token(mail) + "/accept", object("password", Person.PASSWORD))).expect(200);
        assertThat(expect(200, person.get("/api/portal")).path("partners").findValuesAsText("partnerId")).containsExactly(partner);
        JsonNode more = expect(201, person.post("/api/portal/" + partner + "/invitations", object("email", unique("team") + "@partners.example")));
        assertThat(more.path("url").isNull()).as("only whoever reads the mail has the link").isTrue();
        assertThat(smtp.next(SECONDS).to()).containsExactly(more.path("email").asText());
        assertThat(server.log()).doesNotContain("conv_partner_");
    }

    @Test
    void aMailedLinkSignsInOnceAndTellsNobodyWhoThereIs() {
        Person person = joined().person();
        Person elsewhere = person.elsewhere();
        Answer nobody = elsewhere.post("/api/portal/login-links", object("email", unique("nobody") + "@partners.example"));
        Person ofAWorkspace = Person.join(server, ServerSettings.API_KEY, "owner");
        smtp.next(SECONDS);
        assertThat(elsewhere.post("/api/portal/login-links", object("email", ofAWorkspace.email())).body()).isEqualTo(nobody.body());
        Answer asked = elsewhere.post("/api/portal/login-links", object("email", person.email().toUpperCase()));
        assertThat(asked.status() + asked.body()).isEqualTo(nobody.status() + nobody.body()).isEqualTo("202{}");
        FakeSmtp.Received mail = smtp.next(SECONDS);
        assertThat(mail.to()).containsExactly(person.email());
        String token = token(mail);
        List<Callable<Integer>> twice = List.of(() -> elsewhere.elsewhere().post("/api/portal/login-links/" + token, object()).status(),
                () -> elsewhere.elsewhere().post("/api/portal/login-links/" + token, object()).status());
        assertThat(AtOnce.all(twice)).containsOnlyOnce(200);
        Errors.isError(elsewhere.post("/api/portal/login-links/" + token, object()), 404);

        String secret = person.post("/api/me/totp", object("password", Person.PASSWORD)).expect(200).path("secret").asText();
        person.post("/api/me/totp", object("password", Person.PASSWORD, "code", Totp.code(secret, 0))).expect(200);
        elsewhere.post("/api/portal/login-links", object("email", person.email())).expect(202);
        String path = "/api/portal/login-links/" + token(smtp.next(SECONDS));
        assertThat(elsewhere.post(path, object()).header("Conversions-Reason")).isEqualTo("second_factor_required");
        assertThat(elsewhere.post(path, object("code", "000000")).header("Conversions-Reason")).isEqualTo("login_failed");
        elsewhere.keep(elsewhere.post(path, object("code", Totp.code(secret, 1)))).expect(200);
        expect(200, elsewhere.get("/api/portal"));
        for (int i = 0; i < 5; i++) {
            elsewhere.post("/api/portal/login-links", object("email", person.email())).expect(202);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(smtp.next(SECONDS)).as("three links at a time").isNotNull();
        }
        assertThat(smtp.next(2)).isNull();
        assertThat(server.log()).doesNotContain("conv_login_");
    }

    @Test
    void anotherPayoutAccountNeedsAFreshLoginWaitsAndIsToldToAll() {
        PartnersPerson pat = joined();
        PartnersPerson second = PartnersPerson.join(server, api, pat.partnerId(), "owner");
        PartnersPerson member = PartnersPerson.join(server, api, pat.partnerId(), "member");
        String partnersEmail = expect(200, pat.get("")).path("partner").path("email").asText();
        smtp.forget();
        Errors.isError(pat.get("/payout-profile"), 404);
        assertThat(pat.put("/payout-profile", object("method", "paypal", "paypalEmail", "pat@partners.example"))
                .header("Conversions-Reason")).isEqualTo("password_wrong");
        assertThat(pat.put("/payout-profile", object("method", "paypal", "paypalEmail", "pat@partners.example", "password", "wrong"))
                .header("Conversions-Reason")).isEqualTo("password_wrong");
        expect(200, pat.put("/payout-profile", object("method", "paypal", "paypalEmail", "pat@partners.example", "password", Person.PASSWORD)));
        assertThat(member.put("/payout-profile", object("method", "external", "password", Person.PASSWORD)).header("Conversions-Reason"))
                .isEqualTo("role_too_narrow");

        pat.person().post("/api/portal/login-links", object("email", pat.person().email())).expect(202);
        Person mailed = pat.person().elsewhere();
        mailed.keep(mailed.post("/api/portal/login-links/" + token(smtp.next(SECONDS)), object())).expect(200);
        JsonNode changed = expect(200, mailed.put("/api/portal/" + pat.partnerId() + "/payout-profile",
                object("method", "paypal", "paypalEmail", "other@partners.example")));
        assertThat(changed.path("account").path("paypalEmail").asText()).isEqualTo("p•••@partners.example");
        assertThat(changed.path("next").path("paypalEmail").asText()).isEqualTo("o•••@partners.example");
        assertThat(expect(200, member.get("/payout-profile"))).isEqualTo(changed);
        String[] all = {partnersEmail, pat.person().email(), second.person().email()};
        assertThat(List.of(next(), next(), next())).as("of the change").containsExactlyInAnyOrder(all);
        assertThat(List.of(next(), next(), next())).as("that it counts").containsExactlyInAnyOrder(all);
        assertThat(expect(200, pat.get("/payout-profile")).path("account").path("paypalEmail").asText()).isEqualTo("o•••@partners.example");
    }

    @Test
    void peopleHearOfEarningsAndPayoutsAsTheyChoose() {
        PartnersPerson pat = joined();
        PartnersPerson quiet = PartnersPerson.join(server, api, pat.partnerId(), "member");
        smtp.forget();
        expect(200, pat.patch("/notifications", object("newCommission", true)));
        expect(200, quiet.patch("/notifications", object("payoutPaid", false, "payoutFailed", false)));
        String first = custom(pat, 1_250);
        FakeSmtp.Received earned = smtp.next(SECONDS);
        assertThat(earned.to()).containsExactly(pat.person().email());
        assertThat(earned.text()).contains("Subject: Sie haben 12,50 USD verdient");
        expect(200, pat.patch("/notifications", object("newCommission", false)));
        expect(200, api.patch("/api/commissions/" + first, object("status", "paid")));
        FakeSmtp.Received paid = smtp.next(SECONDS);
        assertThat(paid.to()).containsExactly(pat.person().email());
        assertThat(paid.text()).contains("Subject: Eine Auszahlung von 12,50 USD ist erfolgt");
        custom(pat, 700);
        String batch = expect(201, api.post("/api/payouts/batches", object())).path("id").asText();
        expect(200, api.post("/api/payouts/batches/" + batch + "/confirm", object()));
        String payout = expect(200, pat.get("/payouts")).path(0).path("id").asText();
        expect(200, api.patch("/api/payouts/batches/" + batch + "/payouts/" + payout, object("status", "failed", "reason", "Account closed")));
        FakeSmtp.Received failed = smtp.next(SECONDS);
        assertThat(failed.to()).containsExactly(pat.person().email());
        assertThat(plain(failed)).contains("7,00 USD", "Account closed");
        assertThat(smtp.next(2)).isNull();
    }

    private String custom(PartnersPerson person, long amount) {
        expect(202, api.post("/api/commissions", object("partnerId", person.partnerId(), "type", "custom", "amount", amount,
                "description", "Thank you")));
        return expect(200, person.get("/commissions")).path(0).path("id").asText();
    }

    private PartnersPerson joined() {
        PartnersPerson person = PartnersPerson.join(server, api, PartnersPerson.enroll(api, "Pat"), "owner");
        assertThat(smtp.next(SECONDS)).isNotNull();
        return person;
    }

    private String next() {
        return smtp.next(SECONDS).to().get(0);
    }

    /** Long lines come in parts that end with an equals sign, and an equals sign as =3D. */
    private static String plain(FakeSmtp.Received mail) {
        return mail.text().replace("=\n", "").replace("=3D", "=");
    }

    private static String token(FakeSmtp.Received mail) {
        Matcher matcher = LINK.matcher(plain(mail));
        assertThat(matcher.find()).as(mail.text()).isTrue();
        return matcher.group(2);
    }
}
