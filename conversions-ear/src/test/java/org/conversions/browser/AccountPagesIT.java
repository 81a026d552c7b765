package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** People on the pages: one invites, the other one joins, and makes the account safe. */
@ResourceLock(Browser.NAME)
class AccountPagesIT {

    private static final String PASSWORD = "three words and a number 7";
    /** The code of a secret in base 32, by the standard, for now or a later step of thirty seconds. */
    private static final String CODE = """
            const [secret, later] = arguments;
            const bits = [...secret].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
            const bytes = Uint8Array.from(bits.match(/.{8}/g), byte => parseInt(byte, 2));
            const step = new DataView(new ArrayBuffer(8));
            step.setUint32(4, Math.floor(Date.now() / 30000) + later);
            return crypto.subtle.importKey('raw', bytes, {name: 'HMAC', hash: 'SHA-1'}, false, ['sign'])
                .then(key => crypto.subtle.sign('HMAC', key, step)).then(signed => {
                    const hash = new DataView(signed);
                    const number = hash.getUint32(hash.getUint8(19) & 15) & 0x7fffffff;
                    return String(number % 1000000).padStart(6, '0');
                });""";

    private final Browser browser = Browser.shared();
    private final String base = ConversionsServer.shared().base().toString();
    private final Api owner = ConversionsServer.shared().api(ServerSettings.API_KEY);
    private final String email = Merchant.unique("person") + "@example.com";

    @BeforeEach
    void onAWideScreen() {
        browser.screen(1280, "light");
    }

    @AfterEach
    void leaveNothingBehind() {
        browser.forgetCookies();
        for (JsonNode member : owner.get("/api/workspace/members").json()) {
            if (member.path("email").asText().equals(email)) {
                owner.delete("/api/workspace/members/" + member.path("id").asText());
            }
        }
    }

    @Test
    void whoIsInvitedJoinsAndSeesWhatTheRoleShows() {
        join("viewer");
        assertThat(browser.text()).doesNotContain("Members", "API keys");
        browser.open(base + "/app/workspace");
        browser.waitForText("How this workspace counts");
        assertThat(browser.run("return document.querySelectorAll('main button[type=submit]').length").asInt()).isZero();

        SignedIn.as(browser, base);
        browser.open(base + "/app/members");
        browser.waitForText(email);
        assertThat(browser.run("return [...document.querySelectorAll('tr')].find(row => row.textContent.includes(arguments[0]))"
                + ".querySelector('select').value", email).asText()).isEqualTo("viewer");
    }

    @Test
    void aLinkOfAnInvitationIsGoodOnce() {
        String link = join("member");
        browser.forgetCookies();
        browser.open("about:blank");
        browser.open(link);
        browser.waitForText("This invitation is no longer good");
    }

    @Test
    void aSecondFactorIsTurnedOnAndThenAskedFor() {
        join("member");
        browser.open(base + "/app/security");
        browser.waitForText("Second factor");
        browser.clickOn("Turn on");
        browser.type("c-dialog input[name=password]", PASSWORD);
        browser.press("Enter");
        browser.waitFor("document.querySelector('c-dialog .qr path')?.getAttribute('d').length > 500");
        assertThat(Accessibility.findings(browser)).isEmpty();
        String secret = browser.run("return document.querySelector('c-dialog [data-copied]').textContent").asText();
        browser.type("c-dialog input[name=code]", "000000");
        browser.press("Enter");
        browser.waitForText("Is wrong.");
        browser.type("c-dialog input[name=code]", browser.run(CODE, secret, 0).asText());
        browser.press("Enter");
        browser.waitFor("document.querySelectorAll('.recovery li').length === 10");
        browser.clickOn("I have kept them");
        browser.waitForText("10 of your recovery codes are left");

        browser.run("document.querySelector('aside .foot .menu-button').click()");
        browser.clickOn("Log out");
        browser.waitFor("location.pathname === '/app/login' && document.querySelector('input[name=email]')");
        browser.type("input[name=email]", email);
        browser.type("input[name=password]", PASSWORD);
        browser.press("Enter");
        browser.waitForText("Second step");
        browser.type("input[name=code]", browser.run(CODE, secret, 1).asText());
        browser.press("Enter");
        browser.waitFor("location.pathname === '/app/' && document.querySelector('aside')");
    }

    @Test
    void aFieldThatIsWrongSaysSoBesideIt() {
        join("member");
        browser.open(base + "/app/security");
        browser.waitForText("Current password");
        browser.type("input[name=currentPassword]", "not the password at all");
        browser.type("input[name=newPassword]", "another long password");
        browser.press("Enter");
        browser.waitFor("document.querySelector('c-field[name=currentPassword] .field-problem').textContent");
        assertThat(browser.run("return document.activeElement.name").asText()).isEqualTo("currentPassword");
        assertThat(browser.run("return document.activeElement.getAttribute('aria-invalid')").asText()).isEqualTo("true");
    }

    /** @return the link of the invitation, which was followed */
    private String join(String role) {
        SignedIn.as(browser, base);
        browser.open(base + "/app/members");
        browser.waitForText("Invitations");
        browser.clickOn("Invite");
        browser.type("c-dialog input[name=email]", email);
        browser.click("c-dialog input[value=" + role + "]");
        browser.clickOn("Create the invitation");
        browser.waitFor("document.querySelector('c-dialog [data-copied]')");
        String link = browser.run("return document.querySelector('c-dialog [data-copied]').textContent").asText();

        browser.forgetCookies();
        browser.open(link);
        browser.waitForText("Join Acme");
        browser.type("input[name=name]", "Grace");
        browser.type("input[name=password]", PASSWORD);
        browser.press("Enter");
        browser.waitFor("location.pathname === '/app/' && document.querySelector('aside')");
        return link;
    }
}
