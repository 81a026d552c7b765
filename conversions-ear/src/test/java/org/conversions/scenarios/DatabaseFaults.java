package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.conversions.server.ConversionsServer;
import org.conversions.server.DatabaseServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A database server that is away for a minute while visitors come and Stripe reports payments. */
@OnBothDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseFaults {

    private static final int VISITORS = 8;
    private static final long MINUTE_MILLIS = 60_000;
    /** As much as it may take beside, whatever comes in. */
    private static final long MORE_MEBIBYTES_MAX = 150;

    private static ConversionsServer server;
    private static Merchant merchant;
    private static int turnedAwayMeanwhile;

    @BeforeAll
    static void start() {
        assumeTrue(TestDatabase.CURRENT != TestDatabase.EMBEDDED, "The embedded database is in the server");
        server = ConversionsServer.started(ServerSettings.SHARED);
        merchant = Merchant.of(server);
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("The database is stopped for a minute: nothing acknowledged is lost, and all is counted once in the end")
    void theDatabaseIsStoppedForAMinute() throws InterruptedException {
        DatabaseServer database = TestDatabase.CURRENT.server();
        away(database::stop, database::start);
    }

    @Test
    @Order(2)
    @DisplayName("The database is frozen for a minute: nothing acknowledged is lost, and all is counted once in the end")
    void theDatabaseIsFrozenForAMinute() throws InterruptedException {
        DatabaseServer database = TestDatabase.CURRENT.server();
        away(database::freeze, database::thaw);
    }

    @Test
    @Order(3)
    @DisplayName("Meanwhile every visitor is sent on")
    void everyVisitorWasSentOn() {
        assertThat(turnedAwayMeanwhile).isZero();
    }

    private static void away(Runnable goes, Runnable comesBack) throws InterruptedException {
        Traffic traffic = new Traffic(merchant.story(Vocabulary.DUB), List.of(merchant));
        traffic.begin(VISITORS);
        traffic.awaitLoad();
        long before = server.residentMebibytes();
        goes.run();
        Thread.sleep(MINUTE_MILLIS);
        assertThat(server.isAlive()).isTrue();
        long meanwhile = server.residentMebibytes();
        comesBack.run();
        traffic.awaitLoad();
        traffic.end();
        turnedAwayMeanwhile += traffic.turnedAway();

        traffic.nothingIsLost(merchant);
        traffic.allIsCountedOnce(merchant);
        assertThat(meanwhile).as("resident memory").isLessThan(before + MORE_MEBIBYTES_MAX);
    }
}
