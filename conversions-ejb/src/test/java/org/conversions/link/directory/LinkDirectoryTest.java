package org.conversions.link.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.conversions.link.LinkRules;
import org.conversions.link.directory.LinkDirectory.Address;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkDirectoryTest {

    private static final Address SALE = new Address("go.example.com", "sale");

    private final Map<Address, LinkTarget> stored = new HashMap<>();
    private final LinkDirectory directory = new LinkDirectory();
    private Duration now = Duration.ZERO;
    private int reads;
    private boolean failing;

    @BeforeEach
    void open() {
        directory.open(address -> {
            reads++;
            if (failing) {
                throw new IllegalStateException("no database");
            }
            return stored.get(address);
        }, Runnable::run, () -> now.toNanos());
    }

    @Test
    void aLinkThatIsClickedOftenIsReadOnce() {
        store("https://a.example");
        for (int click = 0; click < 100; click++) {
            assertThat(directory.find(SALE)).map(LinkTarget::url).contains("https://a.example");
        }
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void whatALinkHoldsCountsAndNotHowManyThereAre() {
        String long64 = "https://a.example/" + "x".repeat(64 * 1024);
        for (int n = 0; n < 3_000; n++) {
            Address address = new Address("go.example.com", "long" + n);
            store(address, long64);
            directory.find(address);
        }
        int read = reads;
        for (int n = 0; n < 3_000; n++) {
            directory.find(new Address("go.example.com", "long" + n));
        }
        assertThat(reads - read).as("those that had no place").isGreaterThan(3_000 - LinkDirectory.WEIGHT_MAX / (64 * 1024));
    }

    @Test
    void itIsKnownWhatAskingWouldCost() {
        assertThat(directory.remembers("go.example.com", "Sale")).isFalse();
        assertThat(directory.find("go.example.com", "Sale")).isEmpty();
        assertThat(directory.remembers("go.example.com", "Sale")).isTrue();
        assertThat(directory.remembers("go.example.com", "sale")).isTrue();
        assertThat(directory.remembers("go.example.com", "not a key")).isTrue();
        store("https://a.example");
        directory.forget(SALE.domain(), SALE.key());
        assertThat(directory.remembers("go.example.com", "Sale")).isFalse();
        assertThat(directory.find("go.example.com", "Sale")).isPresent();
        assertThat(directory.remembers("go.example.com", "Sale")).isTrue();
        directory.forget("go.example.com", "sale");
        now = now.plus(LinkDirectory.MISSES_TRUSTED_FOR);
        assertThat(directory.remembers("go.example.com", "Sale")).isFalse();
    }

    @Test
    void aChangeHereIsSeenAtOnce() {
        assertThat(directory.find(SALE)).isEmpty();
        store("https://a.example");
        directory.forget(SALE.domain(), SALE.key());
        assertThat(directory.find(SALE)).map(LinkTarget::url).contains("https://a.example");
        store("https://b.example");
        directory.forget(SALE.domain(), SALE.key());
        assertThat(directory.find(SALE)).map(LinkTarget::url).contains("https://b.example");
        stored.clear();
        directory.forget(SALE.domain(), SALE.key());
        assertThat(directory.find(SALE)).isEmpty();
    }

    @Test
    void whatLeadsNowhereIsAskedForAgainSoon() {
        assertThat(directory.find(SALE)).isEmpty();
        store("https://b.example");
        now = now.plus(LinkDirectory.MISSES_TRUSTED_FOR);
        assertThat(directory.find(SALE)).map(LinkTarget::url).contains("https://b.example");
    }

    @Test
    void aDatabaseThatDoesNotAnswerTakesNoLinkAwayThatIsKnown() {
        store("https://a.example");
        directory.find(SALE);
        failing = true;
        now = now.plus(LinkDirectory.READ_AGAIN_AFTER.multipliedBy(2));
        assertThat(directory.find(SALE)).isPresent();
        assertThat(directory.find(SALE)).isPresent();
    }

    @Test
    void theLinksOfADomainGoWithIt() {
        Address other = new Address("other.example.com", "sale");
        store("https://a.example");
        store(other, "https://b.example");
        directory.find(SALE);
        directory.find(other);
        stored.clear();
        directory.forgetDomain(SALE.domain());
        assertThat(directory.find(SALE)).isEmpty();
        assertThat(directory.find(other)).isPresent();
    }

    @Test
    void aChangeOfTheWorkspaceIsOneOfItsLinks() {
        store("https://a.example");
        directory.find(SALE);
        directory.forgetWorkspace("ws_2");
        directory.find(SALE);
        assertThat(reads).isEqualTo(1);
        directory.forgetWorkspace("ws_1");
        directory.find(SALE);
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void aHundredThousandLinksAreReadOnceEach() {
        for (int round = 0; round < 2; round++) {
            for (int n = 0; n < 100_000; n++) {
                Address address = new Address("go.example.com", "link" + n);
                stored.computeIfAbsent(address, at -> target(at, "https://shop.example/some/page?product=" + at.key()));
                directory.find(address);
            }
        }
        assertThat(reads).isEqualTo(100_000);
    }

    @Test
    void aLinkThatIsClickedAllTheTimeIsReadAgainBesideTheClicks() {
        store("https://a.example");
        directory.find(SALE);
        store("https://b.example");
        now = now.plus(LinkDirectory.READ_AGAIN_AFTER).plusMillis(1);
        directory.find(SALE);
        assertThat(directory.find(SALE)).map(LinkTarget::url).contains("https://b.example");
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void guessingKeysPushesNoLinkOut() {
        store("https://a.example");
        directory.find(SALE);
        for (int guess = 0; guess < LinkDirectory.WEIGHT_MAX / LinkDirectory.WEIGHT_OF_A_LINK + 1; guess++) {
            directory.find(new Address("go.example.com", "guess" + guess));
        }
        reads = 0;
        assertThat(directory.find(SALE)).isPresent();
        assertThat(reads).isZero();
    }

    @Test
    void whatCannotBeAKeyIsNotLookedUp() {
        assertThat(directory.find(new Address("go.example.com", "a b"))).isEmpty();
        assertThat(directory.find(new Address("go.example.com", ""))).isEmpty();
        assertThat(reads).isZero();
    }

    @Test
    void aKeyTypedInAnotherCaseIsTheOneInSmallLettersUnlessThereIsOneOfItsOwn() {
        store("https://small.example");
        String typed = SALE.key().toUpperCase(Locale.ROOT);
        assertThat(directory.find(SALE.domain(), typed)).map(LinkTarget::url).contains("https://small.example");
        store(new Address(SALE.domain(), "Big"), "https://big.example");
        assertThat(directory.find(SALE.domain(), "Big")).map(LinkTarget::url).contains("https://big.example");
        assertThat(directory.find(SALE.domain(), "big")).isEmpty();
    }

    private void store(String url) {
        store(SALE, url);
    }

    private void store(Address at, String url) {
        stored.put(at, target(at, url));
    }

    private static LinkTarget target(Address at, String url) {
        return new LinkTarget(new LinkId("link_1"), new WorkspaceId("ws_1"), at.domain(), at.key(), url, true, Vocabulary.DUB, null, null,
                LinkRules.NONE);
    }
}
