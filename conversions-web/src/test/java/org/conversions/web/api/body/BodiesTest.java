package org.conversions.web.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.RequestRefused;
import org.conversions.web.error.ContentTooLarge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    private final Bodies bodies = new Bodies();

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 10", "100000, 100000"})
    void aBodyWithinItsLimitIsReadWhole(int length, int max) throws IOException {
        byte[] body = new byte[length];
        assertThat(bodies.read(new ByteArrayInputStream(body), null, max)).isEqualTo(body);
        assertThat(bodies.read(new ByteArrayInputStream(body), String.valueOf(length), max)).isEqualTo(body);
    }

    @Test
    void aLongerOneIsNotReadOn() {
        InputStream endless = InputStream.nullInputStream();
        assertThatThrownBy(() -> bodies.read(new Endless(), null, 100_000)).isInstanceOf(ContentTooLarge.class);
        for (String announced : List.of("11", "99999999999999999999")) {
            assertThatThrownBy(() -> bodies.read(endless, announced, 10)).isInstanceOf(ContentTooLarge.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void asManyAsMayBeReadAtOnceAreReadAndTheNextIsRefusedForAWhile(int more) throws Exception {
        CountDownLatch rest = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(Bodies.AT_ONCE_MAX);
        ExecutorService senders = Executors.newFixedThreadPool(Bodies.AT_ONCE_MAX);
        List<Future<byte[]>> slow = new ArrayList<>();
        for (int i = 0; i < Bodies.AT_ONCE_MAX; i++) {
            slow.add(senders.submit(() -> bodies.read(new HalfSent(begun, rest), null, 10)));
        }
        begun.await();
        for (int i = 0; i < more; i++) {
            assertThatThrownBy(() -> bodies.read(new ByteArrayInputStream(new byte[1]), null, 10))
                    .isInstanceOf(GroupCommit.QueueFull.class);
        }
        rest.countDown();
        for (Future<byte[]> body : slow) {
            assertThat(body.get()).isEmpty();
        }
        senders.shutdown();
        assertThat(bodies.read(new ByteArrayInputStream(new byte[1]), null, 10)).hasSize(1);
    }

    @Test
    void theBytesOfAllTogetherAreBounded() throws Exception {
        int each = 4 * 1024 * 1024;
        int together = (int) (Bodies.BYTES_AT_ONCE_MAX / each);
        CountDownLatch rest = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(together);
        ExecutorService senders = Executors.newFixedThreadPool(together);
        List<Future<byte[]>> large = new ArrayList<>();
        for (int i = 0; i < together; i++) {
            large.add(senders.submit(() -> bodies.read(new java.io.SequenceInputStream(
                    new ByteArrayInputStream(new byte[each]), new HalfSent(begun, rest)), null, each)));
        }
        begun.await();
        assertThatThrownBy(() -> bodies.read(new ByteArrayInputStream(new byte[1]), null, 10))
                .isInstanceOf(GroupCommit.QueueFull.class);
        rest.countDown();
        for (Future<byte[]> body : large) {
            assertThat(body.get()).hasSize(each);
        }
        senders.shutdown();
        assertThat(bodies.read(new ByteArrayInputStream(new byte[1]), null, 10)).hasSize(1);
    }

    @Test
    void aBodyThatEndsTooEarlyIsTheSendersMistake() {
        assertThatThrownBy(() -> bodies.read(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new java.io.EOFException();
            }
        }, "10", 10)).isInstanceOf(RequestRefused.class);
    }

    /** Never ends. */
    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 'x';
        }
    }

    /** Says that it has begun, and ends when it is allowed to. */
    private static final class HalfSent extends InputStream {

        private final CountDownLatch begun;
        private final CountDownLatch rest;

        HalfSent(CountDownLatch begun, CountDownLatch rest) {
            this.begun = begun;
            this.rest = rest;
        }

        @Override
        public int read() throws IOException {
            begun.countDown();
            try {
                rest.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return -1;
        }
    }
}
