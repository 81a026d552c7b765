package org.conversions.link.domain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.conversions.link.directory.LinkDomains;
import org.conversions.link.domain.DnsTexts.Answer;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A domain stays in service as long as its record does. */
class DomainChecksInServerIT extends InServer {

    private static final String SLUG = "checked.example";
    private static final String TWICE = "checked-twice.example";

    @Inject
    private Domains domains;
    @Inject
    private DomainsInService inService;
    @Inject
    private LinkDomains served;
    @Inject
    private TestClock time;
    @Inject
    private Clock clock;

    private String record;

    @AfterEach
    void setBack() {
        time.setBack();
    }

    @Test
    void aDomainWhoseRecordIsMissingTwiceInAMonthLeadsNowhereUntilItIsVerifiedAgain() {
        WorkspaceId workspace = new WorkspaceId("ws_checked");
        record = domains.create(workspace, new DomainDraft(SLUG, false, false, null, null, null, null, null, null)).record().value();
        domains.proved(workspace, SLUG);
        looksAfterDays(6, new Answer(List.of(), null));
        assertThat(inService()).as("not looked at yet").isTrue();
        looksAfterDays(2, new Answer(List.of(), null));
        assertThat(inService()).as("missing once").isTrue();
        looksAfterDays(8, new Answer(List.of("other", record), null));
        looksAfterDays(8, new Answer(List.of(), null));
        assertThat(inService()).as("missing once again").isTrue();
        looksAfterDays(8, new Answer(List.of(), "no answer in time"));
        assertThat(inService()).as("the DNS does not answer").isTrue();
        looksAfterDays(2, new Answer(List.of("somebody else's"), null));
        assertThat(inService()).isFalse();
        assertThat(domains.get(workspace, SLUG).verified()).isFalse();
        domains.proved(workspace, SLUG);
        looksAfterDays(8, new Answer(List.of(), null));
        assertThat(inService()).as("what was missed before is over").isTrue();
    }

    @Test
    void ofTwoNodesThatFindADomainDueAtOnceOneLooks() {
        WorkspaceId workspace = new WorkspaceId("ws_checked");
        domains.create(workspace, new DomainDraft(TWICE, false, false, null, null, null, null, null, null));
        domains.proved(workspace, TWICE);
        time.passes(Duration.ofDays(8));
        Answer missing = new Answer(List.of(), null);
        new DomainChecks(inService, clock, name -> {
            new DomainChecks(inService, clock, same -> missing).look();
            return missing;
        }).look();
        assertThat(domains.get(workspace, TWICE).verified()).as("missing once").isTrue();
    }

    private void looksAfterDays(int days, Answer found) {
        time.passes(Duration.ofDays(days));
        new DomainChecks(inService, clock, name -> found).look();
    }

    private boolean inService() {
        return served.of(SLUG).workspaceId() != null;
    }
}
