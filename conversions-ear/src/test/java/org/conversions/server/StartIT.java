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

/** The run command says what is wrong when it cannot start. */
class StartIT {

    private static final String DATABASE = "conversions.datasource.url";

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
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(server.data().resolve("server")));
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
    void endsWhenTheDatabaseCannotBeUsed() {
        try (ConversionsServer server = ConversionsServer.prepared(Map.of(DATABASE, "jdbc:oracle:thin:@db:1521"))) {
            server.launch();
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.log()).contains("Conversions cannot start", "must begin with jdbc:mysql: or jdbc:h2:");
        }
    }

    @Test
    void endsWhenTheZoneOfTheMachineWouldMoveTimesInMysql() {
        try (ConversionsServer server = ConversionsServer.prepared(Map.of(DATABASE, "jdbc:mysql://127.0.0.1:1/none",
                "_java.options", "-Duser.timezone=Africa/Cairo"))) {
            server.launch();
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.log()).contains("Conversions cannot start", "must run in UTC", "Africa/Cairo");
        }
    }
}
