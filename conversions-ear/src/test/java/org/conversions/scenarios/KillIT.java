package org.conversions.scenarios;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.conversions.server.ConversionsServer;
import org.conversions.server.FakeStripe;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everything that was acknowledged outlives a kill -9 under load, and nothing counts twice. */
@OnBothDatabases
class KillIT {

    private static final int VISITORS = 8;
    private static final int CALLERS = 6;
    private static final int MORE_MILLIS_MAX = 2_000;
    /** More than a handful of clicks. */
    private static final int JOURNAL_BYTES_MIN = 4_000;

    @Test
    @DisplayName("Killed under load and started again: nothing acknowledged is lost, nothing is double")
    void killedUnderLoad() throws InterruptedException, SQLException {
        Map<String, String> settings = new HashMap<>(ServerSettings.SHARED);
        try (FakeStripe stripe = new FakeStripe()) {
            settings.put("conversions.stripe.api-base", stripe.url());
            killedUnderLoad(stripe, settings);
        }
    }

    private static void killedUnderLoad(FakeStripe stripe, Map<String, String> settings) throws InterruptedException, SQLException {
        try (ConversionsServer server = ConversionsServer.started(settings)) {
            PaidByStripe paid = PaidByStripe.of(Merchant.another(server), stripe);
            Merchant merchant = Merchant.of(server);
            Traffic traffic = new Traffic(merchant.story(Vocabulary.DUB), List.of(merchant));
            traffic.begin(VISITORS);
            KeyedCallers callers = new KeyedCallers(merchant.api());
            callers.begin(traffic.threads(), CALLERS);
            traffic.awaitLoad();
            paid.isAskedFor();
            // At a random moment, so that run after run tries them all.
            Thread.sleep(ThreadLocalRandom.current().nextInt(MORE_MILLIS_MAX));
            killWhileClicksWaitInTheJournal(server);
            traffic.end();
            paid.isDueAgain(server);
            server.start();
            await("the clicks of the journal").until(() -> journal(server).length == 0);

            traffic.nothingIsLost(merchant);
            traffic.allIsCountedOnce(merchant);
            callers.findTheirLinksOnce();
            paid.isPaidOnce();
        }
    }

    /** On a database server, which can be made to stand still for the clicks alone; the embedded one is killed as it is. */
    private static void killWhileClicksWaitInTheJournal(ConversionsServer server) throws SQLException {
        if (TestDatabase.CURRENT == TestDatabase.EMBEDDED) {
            server.kill9();
            return;
        }
        try (Connection administrator = TestDatabase.CURRENT.server().connect(); Statement sql = administrator.createStatement()) {
            sql.execute("lock tables `" + server.database() + "`.click write");
            await("visitors who go on").until(() -> Stream.of(journal(server)).mapToLong(File::length).sum() > JOURNAL_BYTES_MIN);
            server.kill9();
        }
    }

    /** Returns the files of clicks that the database has not taken yet. */
    private static File[] journal(ConversionsServer server) {
        File[] files = server.data().resolve("clicks").toFile().listFiles();
        return files == null ? new File[0] : files;
    }
}
