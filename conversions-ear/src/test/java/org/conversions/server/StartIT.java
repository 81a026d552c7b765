package org.conversions.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The run command says what is wrong when it cannot start, and ends at a signal. */
class StartIT {

    private static final Duration START = Duration.ofSeconds(180);

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ConversionsServer server = ConversionsServer.prepared(Map.of());
                ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(server.port()));
            server.launch();
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.log()).contains("port " + server.port() + " is taken").hasLineCount(1);
        }
    }

    @Test
    void saysThatThePortWasTakenDuringTheStart() throws IOException {
        try (ConversionsServer server = ConversionsServer.prepared(Map.of());
                ServerSocket other = new ServerSocket()) {
            server.launch();
            await().atMost(START).until(() -> Files.exists(server.data().resolve("run")));
            other.bind(new InetSocketAddress(server.port()));
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.log()).contains("port " + server.port() + " is taken");
        }
    }

    @Test
    void saysThatTheDataAreInUse() {
        ConversionsServer first = ConversionsServer.shared();
        try (ConversionsServer second =
                ConversionsServer.prepared(Map.of("conversions.data.dir", first.data().toString()))) {
            second.launch();
            assertThat(second.exitStatus()).isEqualTo(1);
            assertThat(second.log()).contains("in use by another server").hasLineCount(1);
        }
    }

    @Test
    void saysWhenItWouldNotHearASignal() {
        try (ConversionsServer server = ConversionsServer.prepared(Map.of("_java.options", "-Xrs"))) {
            server.launch();
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.log()).contains("Conversions cannot start", "-Xrs").doesNotContain("\tat ");
        }
    }

    @Test
    void endsWhenTheDatabaseCannotBeUsed() {
        try (ConversionsServer server =
                ConversionsServer.prepared(Map.of("conversions.datasource.url", "jdbc:oracle:thin:@db:1521"))) {
            server.launch();
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.log()).contains("Conversions cannot start", "must begin with jdbc:mysql: or jdbc:h2:");
        }
    }

    @Test
    void aSecondSignalEndsItAtOnce() {
        try (ConversionsServer server = ConversionsServer.prepared(Map.of())) {
            server.launch();
            await().atMost(START).until(() -> Files.exists(server.data().resolve("lock")));
            server.sendTerm();
            await().atMost(START).until(() -> server.log().contains("Conversions is stopping."));
            server.sendTerm();
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.log()).contains("told twice to stop");
        }
    }
}
