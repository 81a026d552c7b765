package org.conversions.web.api.body;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.RequestRefused;
import org.conversions.web.error.ContentTooLarge;

/**
 * Reads the bodies of requests, within bounds that hold for all of them together: a body comes at its sender's speed,
 * on a thread of the server and into its memory. A sender that is too slow is cut off, and one that comes while too
 * many bodies are being read is refused for a while; visitors, who send no body, are never among them.
 */
@ApplicationScoped
public class Bodies {

    /** Fewer than the server has threads (200), so that the others go on. */
    static final int AT_ONCE_MAX = 96;
    static final long BYTES_AT_ONCE_MAX = 48L * 1024 * 1024;
    private static final long SECONDS_MAX = 20;
    private static final int CHUNK_BYTES = 16 * 1024;
    private static final int LENGTH_DIGITS_MAX = 15;

    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private final AtomicLong bytesInHand = new AtomicLong();

    /**
     * @param length   as announced, or null
     * @param bytesMax how long it may be
     * @throws ContentTooLarge       without reading on
     * @throws RequestRefused        bad request when it ends before its announced length, or takes too long
     * @throws GroupCommit.QueueFull when too much is being read
     */
    public byte[] read(InputStream body, String length, int bytesMax) throws IOException {
        if (length != null && (length.length() > LENGTH_DIGITS_MAX || Long.parseLong(length) > bytesMax)) {
            throw new ContentTooLarge(bytesMax);
        }
        if (!places.tryAcquire()) {
            throw new GroupCommit.QueueFull();
        }
        long[] held = {0};
        try {
            return read(body, bytesMax, held);
        } catch (EOFException e) {
            throw RequestRefused.badRequest("body_incomplete", "The body ended before its announced length.");
        } finally {
            bytesInHand.addAndGet(-held[0]);
            places.release();
        }
    }

    private byte[] read(InputStream body, int bytesMax, long[] held) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            held[0] += count;
            if (bytesInHand.addAndGet(count) > BYTES_AT_ONCE_MAX) {
                throw new GroupCommit.QueueFull();
            }
            if (bytes.size() + count > bytesMax) {
                throw new ContentTooLarge(bytesMax);
            }
            if (System.nanoTime() > end) {
                throw RequestRefused.badRequest("body_too_slow",
                        "The body did not come within " + SECONDS_MAX + " seconds.");
            }
            bytes.write(chunk, 0, count);
        }
        return bytes.toByteArray();
    }
}
