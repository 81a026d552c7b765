package org.conversions.link.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DnsTextsTest {

    @Test
    void whileAServerDoesNotAnswerOnlyAFewWaitForIt() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(DnsTexts.AT_ONCE_MAX);
        List<Future<DnsTexts.Answer>> waiting = new ArrayList<>();
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            DnsTexts dns = new DnsTexts(Optional.of("127.0.0.1:" + silent.getLocalPort()));
            for (int caller = 0; caller < DnsTexts.AT_ONCE_MAX; caller++) {
                waiting.add(callers.submit(() -> dns.of("slow.example")));
            }
            for (int caller = 0; caller < DnsTexts.AT_ONCE_MAX; caller++) {
                silent.receive(new DatagramPacket(new byte[512], 512));
            }

            long begin = System.nanoTime();
            assertThat(dns.of("other.example").trouble()).isEqualTo("too many ask at this moment");
            assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(DnsTexts.TIMEOUT_MILLIS);
        }
        for (Future<DnsTexts.Answer> caller : waiting) {
            assertThat(caller.get().trouble()).isNotNull();
        }
        callers.shutdown();
    }
}
