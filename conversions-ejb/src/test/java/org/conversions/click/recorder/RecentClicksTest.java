package org.conversions.click.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.conversions.click.visit.Visit;
import org.conversions.link.LinkRules;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Vocabulary;
import org.junit.jupiter.api.Test;

class RecentClicksTest {

    private static final ClickId CLICK = new ClickId("click_1");

    private final RecentClicks recent = new RecentClicks();
    private final LinkTarget link = link("link_1", "go.example.com");
    private final Visit visit = visit("198.51.100.7", "Firefox");

    @Test
    void theSameVisitorOnTheSameLinkIsKnown() {
        recent.note(visit, link, CLICK);
        assertThat(earlier(visit("198.51.100.7", "Firefox"), link).join()).isEqualTo(CLICK);
    }

    @Test
    void anotherAddressAnotherBrowserAndAnotherLinkAreNot() {
        recent.note(visit, link, CLICK);
        assertThat(earlier(visit("198.51.100.8", "Firefox"), link)).isNull();
        assertThat(earlier(visit("198.51.100.7", "Chrome"), link)).isNull();
        assertThat(earlier(visit("198.51.100.7", null), link)).isNull();
        assertThat(earlier(visit, link("link_2", "go.example.com"))).isNull();
    }

    @Test
    void whoComesSecondWaitsForTheFirst() {
        CompletableFuture<ClickId> first = new CompletableFuture<>();
        assertThat(recent.earlier(visit, link, first)).isNull();
        assertThat(earlier(visit, link)).isSameAs(first);
    }

    @Test
    void aClickThatCameToNothingIsForgottenOrReplaced() {
        CompletableFuture<ClickId> failed = new CompletableFuture<>();
        recent.earlier(visit, link, failed);
        CompletableFuture<ClickId> next = new CompletableFuture<>();
        recent.replace(visit, link, failed, next);
        assertThat(earlier(visit, link)).isSameAs(next);
        recent.replace(visit, link, failed, null);
        assertThat(earlier(visit, link)).isSameAs(next);
        recent.replace(visit, link, next, null);
        assertThat(earlier(visit, link)).isNull();
    }

    @Test
    void anAppIsRecognisedByAddressAndDomainAlone() {
        recent.note(visit, link, CLICK);
        Visit app = visit("198.51.100.7", "MyApp/1 CFNetwork");
        assertThat(recent.onDomain("go.example.com", app))
                .contains(new RecentClicks.DomainClick(CLICK, new LinkId("link_1"), "go.example.com", "abc"));
        assertThat(recent.onDomain("other.example.com", app)).isEmpty();
        assertThat(recent.onDomain("go.example.com", visit("198.51.100.8", "MyApp/1 CFNetwork"))).isEmpty();
    }

    private CompletableFuture<ClickId> earlier(Visit by, LinkTarget on) {
        return recent.earlier(by, on, new CompletableFuture<>());
    }

    private static Visit visit(String address, String userAgent) {
        return new Visit("GET", userAgent, null, null, address, null);
    }

    private static LinkTarget link(String id, String domain) {
        return new LinkTarget(new LinkId(id), new WorkspaceId("ws_1"), domain, "abc", "https://a.example", true, Vocabulary.DUB, null, null,
                LinkRules.NONE);
    }
}
