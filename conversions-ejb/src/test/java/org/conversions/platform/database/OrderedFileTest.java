package org.conversions.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.conversions.platform.database.embedded.OrderedPath;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedFileTest {

    private static final int BLOCK = 4096;
    private static final int CHUNKS = 3_000;

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void register() {
        FilePath.register(new OrderedPath());
        file = folder.resolve("file");
    }

    @Test
    void aChunkThatTakesThePlaceOfOneThatWasNeverForcedIsLeftAsItWasWritten() throws Exception {
        byte[] longer = chunk(2 * BLOCK);
        try (FileChannel channel = FilePath.get("ordered:" + file).open("rw")) {
            channel.write(ByteBuffer.wrap(chunk(BLOCK)), 3 * BLOCK);
            channel.write(ByteBuffer.wrap(longer), 2 * BLOCK);
            channel.force(true);
        }
        byte[] written = Files.readAllBytes(file);
        assertThat(Arrays.copyOfRange(written, 2 * BLOCK, 4 * BLOCK)).isEqualTo(longer);
    }

    @Test
    void whoReadsAChunkWhileItIsForcedReadsAllOfIt() throws Exception {
        byte[] chunk = chunk(BLOCK);
        AtomicLong last = new AtomicLong(-1);
        try (FileChannel channel = FilePath.get("ordered:" + file).open("rw")) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < CHUNKS; i++) {
                        channel.write(ByteBuffer.wrap(chunk), (long) i * BLOCK);
                        last.set(i);
                        channel.force(false);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            while (!writing.isDone()) {
                if (last.get() >= 0) {
                    ByteBuffer read = ByteBuffer.allocate(BLOCK);
                    channel.read(read, last.get() * BLOCK);
                    assertThat(read.array()[0]).isEqualTo(chunk[0]);
                }
            }
            writing.join();
        }
    }

    private static byte[] chunk(int length) {
        byte[] chunk = new byte[length];
        Arrays.fill(chunk, (byte) 7);
        byte[] header = "chunk:1,block:2".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(header, 0, chunk, 0, header.length);
        return chunk;
    }
}
