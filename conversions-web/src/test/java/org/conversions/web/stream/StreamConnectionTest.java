package org.conversions.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamConnectionTest {

    private final Network network = new Network();
    private final AtomicInteger completed = new AtomicInteger();
    private boolean right = true;
    private final StreamConnection connection = new StreamConnection(new StreamTexts(), Set.of(), () -> right);

    /** What a server has for an answer. It takes nothing while it is full. */
    private static final class Network extends ServletOutputStream {

        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private boolean full;
        private boolean broken;
        private int flushed;

        @Override
        public boolean isReady() {
            return !full;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            // The test says when something can be written.
        }

        @Override
        public void write(int one) throws IOException {
            if (full || broken) {
                throw new IOException(full ? "Not ready" : "Gone");
            }
            sent.write(one);
        }

        @Override
        public void flush() {
            flushed = sent.size();
        }

        String text() {
            return sent.toString(StandardCharsets.UTF_8);
        }
    }

    private void open() throws IOException {
        ServletResponse response = stub(ServletResponse.class, "getOutputStream", network);
        connection.open((AsyncContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {AsyncContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("complete")) {
                        completed.incrementAndGet();
                    }
                    return method.getName().equals("getResponse") ? response : null;
                }));
    }

    private <T> T stub(Class<T> type, String name, Object answer) {
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals(name) ? answer : null));
    }

    @Test
    void whatComesBeforeTheServerIsReadyIsSentThenAndTheRestAtOnce() throws IOException {
        connection.begin();
        open();
        assertThat(network.text()).isEmpty();
        connection.onWritePossible();
        assertThat(network.text()).matches("retry: [0-9]+\n\nevent: start\ndata: \\{}\n\n");
        connection.place("1-0--");
        assertThat(network.text()).endsWith(":\nid: 1-0--\n\n");
        assertThat(network.flushed).isEqualTo(network.sent.size());
    }

    @Test
    void aSlowReaderIsWaitedForByNobodyAndEndedWhenTooMuchWaits() throws IOException {
        open();
        connection.onWritePossible();
        network.full = true;
        int sent = network.sent.size();
        while (!connection.ended() && completed.get() == 0) {
            connection.place("x".repeat(10_000));
        }
        assertThat(network.sent.size()).isEqualTo(sent);
        assertThat(connection.ended()).isTrue();
        assertThat(completed).hasValue(1);
        connection.place("more");
        connection.end();
        assertThat(completed).hasValue(1);
    }

    @Test
    void aReaderWhoIsReadyAgainGetsWhatWaited() throws IOException {
        open();
        connection.onWritePossible();
        network.full = true;
        connection.reset();
        network.full = false;
        connection.onWritePossible();
        assertThat(network.text()).endsWith("event: reset\ndata: {}\n\n");
    }

    @Test
    void aReaderWhoHasGoneIsEnded() throws IOException {
        open();
        connection.onWritePossible();
        network.broken = true;
        connection.begin();
        assertThat(connection.ended()).isTrue();
        assertThat(completed).hasValue(1);
    }

    @Test
    void whatIsEndedBeforeItIsOpenIsCompletedThen() throws IOException {
        connection.end();
        open();
        assertThat(completed).hasValue(1);
    }

    @Test
    void whoMayNotReadAnyMoreMayNotGoOn() {
        assertThat(connection.mayGoOn()).isTrue();
        right = false;
        assertThat(connection.mayGoOn()).isFalse();
    }
}
