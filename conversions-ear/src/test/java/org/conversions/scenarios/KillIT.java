package org.conversions.scenarios;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everything that was acknowledged outlives a kill -9 under load, and nothing counts twice. */
class KillIT {

    private static final int VISITORS = 8;
    private static final int CALLERS = 6;
    private static final int MORE_MILLIS_MAX = 2_000;

    @Test
    @DisplayName("Killed under load and started again: nothing acknowledged is lost, nothing is double")
    void killedUnderLoad() throws InterruptedException {
        try (ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            Merchant merchant = Merchant.of(server);
            Traffic traffic = new Traffic(merchant.story(Vocabulary.DUB), List.of(merchant));
            traffic.begin(VISITORS);
            KeyedCallers callers = new KeyedCallers(merchant.api());
            callers.begin(traffic.threads(), CALLERS);
            traffic.awaitLoad();
            // At a random moment, so that run after run tries them all.
            Thread.sleep(ThreadLocalRandom.current().nextInt(MORE_MILLIS_MAX));
            server.kill9();
            traffic.end();
            server.start();

            traffic.nothingIsLost(merchant);
            traffic.allIsCountedOnce(merchant);
            callers.findTheirLinksOnce();
        }
    }
}
