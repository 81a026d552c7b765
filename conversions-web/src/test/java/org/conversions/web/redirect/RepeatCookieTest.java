package org.conversions.web.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.conversions.address.LinkKey;
import org.conversions.link.LinkRules;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Vocabulary;
import org.junit.jupiter.api.Test;

class RepeatCookieTest {

    private static final String CLICK = "0TbXc9LrAbCdEfGh";

    @Test
    void theCookieIsForThisLinkForAnHour() {
        assertThat(RepeatCookie.header(link("a/é", Vocabulary.DUB), new ClickId(CLICK), false))
                .isEqualTo("dub_id_link_1=" + CLICK + "; Path=/a/%C3%A9; Max-Age=3600; HttpOnly; SameSite=Lax");
        assertThat(RepeatCookie.header(link(LinkKey.ROOT, Vocabulary.CODEQR), new ClickId(CLICK), true))
                .isEqualTo("cq_id_link_1=" + CLICK + "; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void theClickIsReadFromTheCookieOfThisLink() {
        Cookie other = new Cookie("dub_id_link_2", "AAAAAAAAAAAAAAAA");
        Cookie ours = new Cookie("dub_id_link_1", CLICK);
        assertThat(RepeatCookie.clickId(new Cookie[] {other, ours}, link("a", Vocabulary.DUB))).contains(new ClickId(CLICK));
        assertThat(RepeatCookie.clickId(new Cookie[] {other}, link("a", Vocabulary.DUB))).isEmpty();
        assertThat(RepeatCookie.clickId(null, link("a", Vocabulary.DUB))).isEmpty();
    }

    @Test
    void aValueThatIsNoClickIdIsNotPassedOn() {
        Cookie forged = new Cookie("dub_id_link_1", "x&client_reference_id=y");
        assertThat(RepeatCookie.clickId(new Cookie[] {forged}, link("a", Vocabulary.DUB))).isEmpty();
    }

    private static LinkTarget link(String key, Vocabulary vocabulary) {
        return new LinkTarget(new LinkId("link_1"), new WorkspaceId("ws_1"), "go.example.com", key, "https://a.example", true, vocabulary, null, null,
                LinkRules.NONE);
    }
}
