package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.conversions.server.BuildFolder;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A disk that is full for a while, below the data folder of a server with the embedded database. Whoever runs it may mount. */
class DiskFaults {

    private static final int VISITORS = 4;
    private static final Duration FULL = Duration.ofSeconds(20);
    private final Path disk = BuildFolder.create("disk");
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=400m,mode=0700", "tmpfs", disk.toString());
        assumeTrue(mounted, "Nothing can be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    @DisplayName("The disk is full for a while: what was acknowledged is there when there is room again, and after a restart")
    void theDiskIsFull() throws Exception {
        Map<String, String> settings = new HashMap<>(ServerSettings.SHARED);
        settings.put("conversions.data.dir", disk.resolve("data").toString());
        try (ConversionsServer server = ConversionsServer.started(settings)) {
            Merchant merchant = Merchant.of(server);
            Traffic traffic = new Traffic(merchant.story(Vocabulary.DUB), List.of(merchant));
            traffic.begin(VISITORS);
            traffic.awaitLoad();
            Path ballast = disk.resolve("ballast");
            fill(ballast);
            Thread.sleep(FULL.toMillis());
            Files.delete(ballast);
            if (!goesOn(merchant)) {
                server.kill9();
                server.start();
            }
            traffic.awaitLoad();
            traffic.end();
            System.out.println("Turned away while the disk was full: " + traffic.turnedAway());
            traffic.nothingIsLost(merchant);
            traffic.allIsCountedOnce(merchant);
            assertThat(server.log()).as("a clear error").containsAnyOf("No space left", "disk", "full");
        }
    }

    private static boolean goesOn(Merchant merchant) {
        try {
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> merchant.api()
                    .post("/api/links", Map.of("url", "https://shop.example/")).status() == 200);
            return true;
        } catch (ConditionTimeoutException needsARestart) {
            return false;
        }
    }

    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.size(ballast)).isPositive();
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
