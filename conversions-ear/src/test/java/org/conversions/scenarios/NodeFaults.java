package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ExternalBroker;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes under load, of which one stands still for a minute, whose broker goes, and of which one is killed in the end. */
@OnBothDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodeFaults {

    private static final int VISITORS = 8;
    private static final long MINUTE_MILLIS = 60_000;

    private static final ExternalBroker BROKER = new ExternalBroker();
    private static ConversionsServer one;
    private static ConversionsServer other;
    private static Merchant atOne;
    private static Merchant atOther;

    @BeforeAll
    static void start() {
        assumeTrue(TestDatabase.CURRENT != TestDatabase.EMBEDDED, "The embedded database has one node");
        BROKER.start();
        Map<String, String> settings = new HashMap<>(ServerSettings.SHARED);
        settings.putAll(TestDatabase.CURRENT.settings());
        settings.put("conversions.jms.url", BROKER.url());
        settings.put("conversions.secret-key", "q0V1m2X3c4B5n6M7a8S9d0F1g2H3j4K5l6Q7w8E9r0T=");
        one = ConversionsServer.started(settings);
        settings.put("conversions.base-url", one.base().toString());
        other = ConversionsServer.started(settings);
        TestWorkspace workspace = TestWorkspace.first(one);
        atOne = Merchant.at(one, workspace);
        atOther = Merchant.at(other, workspace);
    }

    @AfterAll
    static void end() {
        if (one != null) {
            one.close();
            other.close();
            BROKER.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("A node is frozen for a minute: the other goes on, and when the first one wakes up it does no harm")
    void aNodeIsFrozen() throws InterruptedException {
        Traffic traffic = new Traffic(atOther.story(Vocabulary.DUB), List.of(atOne, atOther));
        traffic.begin(VISITORS);
        traffic.awaitLoad();
        one.freeze();
        Traffic elsewhere = new Traffic(atOther.story(Vocabulary.DUB), List.of(atOther));
        elsewhere.begin(VISITORS);
        elsewhere.awaitLoad();
        Thread.sleep(MINUTE_MILLIS);
        elsewhere.awaitLoad();
        elsewhere.end();
        assertThat(elsewhere.turnedAway()).as("turned away at the other node").isZero();
        elsewhere.nothingIsLost(atOther);
        elsewhere.allIsCountedOnce(atOther);

        one.thaw();
        traffic.awaitLoad();
        traffic.end();
        traffic.nothingIsLost(atOther);
        traffic.allIsCountedOnce(atOne);
        elsewhere.allIsCountedOnce(atOne);
    }

    @Test
    @Order(2)
    @DisplayName("The broker is gone for a minute: refunds wait, and are done once when it is back")
    void theBrokerIsGone() throws InterruptedException {
        Traffic traffic = new Traffic(atOther.story(Vocabulary.DUB), List.of(atOne, atOther));
        traffic.begin(VISITORS);
        traffic.awaitLoad();
        BROKER.stop();
        Thread.sleep(MINUTE_MILLIS);
        BROKER.start();
        traffic.awaitLoad();
        traffic.end();
        assertThat(traffic.turnedAway()).as("visitors know nothing of it").isZero();
        traffic.nothingIsLost(atOther);
        traffic.allIsCountedOnce(atOne);
    }

    @Test
    @Order(3)
    @DisplayName("A node is killed and started again under load: all is counted once")
    void aNodeIsKilled() {
        Traffic traffic = new Traffic(atOther.story(Vocabulary.DUB), List.of(atOne, atOther));
        traffic.begin(VISITORS);
        traffic.awaitLoad();
        one.kill9();
        traffic.awaitLoad();
        one.start();
        traffic.awaitLoad();
        traffic.end();
        traffic.nothingIsLost(atOne);
        traffic.allIsCountedOnce(atOther);
    }
}
