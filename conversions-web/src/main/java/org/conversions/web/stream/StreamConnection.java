package org.conversions.web.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.conversions.access.Area;
import org.conversions.report.stream.StreamItem;
import org.conversions.report.stream.StreamSink;

/**
 * The connection to a reader. What the reader does not take at once is kept, up to a bound: then the stream ends, and the
 * browser comes again and goes on where it was. No thread waits for a reader.
 */
final class StreamConnection implements StreamSink, WriteListener {

    /** Bounds what waits for a reader. */
    static final int PENDING_MAX = 512 * 1024;
    /** Then the reader comes again, perhaps to another node. It is less than what the server gives any request. */
    private static final Duration LIFE_MAX = Duration.ofMinutes(10);
    private static final int RETRY_MILLIS_MIN = 1_000;
    private static final int RETRY_MILLIS_MAX = 3_000;
    private static final Logger LOG = Logger.getLogger(StreamConnection.class.getName());

    private final StreamTexts texts;
    private final Set<Area> readable;
    private final BooleanSupplier right;
    private final long since = System.nanoTime();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private AsyncContext context;
    private ServletOutputStream out;
    private boolean writable;
    private boolean unsent;
    private boolean ended;

    /** @param readable the areas that the reader may read @param right whether the reader may go on */
    StreamConnection(StreamTexts texts, Set<Area> readable, BooleanSupplier right) {
        this.texts = texts;
        this.readable = readable;
        this.right = right;
        // After a restart not all come again in the same moment.
        add("retry: " + ThreadLocalRandom.current().nextInt(RETRY_MILLIS_MIN, RETRY_MILLIS_MAX) + "\n\n");
    }

    /** Begins to write. The server says when it is ready for that. */
    void open(AsyncContext started) throws IOException {
        ServletOutputStream stream = started.getResponse().getOutputStream();
        synchronized (this) {
            context = started;
            out = stream;
        }
        stream.setWriteListener(this);
        if (ended()) {
            complete();
        }
    }

    @Override
    public void begin() {
        write(StreamTexts.event("start", "{}"));
    }

    @Override
    public void reset() {
        write(StreamTexts.event("reset", "{}"));
    }

    @Override
    public void send(List<StreamItem> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(texts.of(item, readable)));
        write(text.toString());
    }

    @Override
    public void place(String position) {
        write(":\nid: " + position + "\n\n");
    }

    @Override
    public boolean mayGoOn() {
        if (System.nanoTime() - since > LIFE_MAX.toNanos()) {
            return false;
        }
        try {
            return right.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "Whether a reader of the stream may go on cannot be said: the reader has to come again", e);
            return false;
        }
    }

    @Override
    public synchronized boolean ended() {
        return ended;
    }

    @Override
    public void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        complete();
    }

    @Override
    public void onWritePossible() {
        boolean broken;
        synchronized (this) {
            writable = true;
            broken = !flush();
        }
        if (broken) {
            end();
        }
    }

    @Override
    public void onError(Throwable gone) {
        LOG.log(Level.FINE, "A reader of the stream has gone", gone);
        end();
    }

    private void write(String text) {
        boolean broken;
        synchronized (this) {
            if (ended) {
                return;
            }
            add(text);
            broken = pending.size() > PENDING_MAX || writable && !flush();
        }
        if (broken) {
            end();
        }
    }

    private synchronized void add(String text) {
        pending.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes as much as is taken without waiting. @return false when the reader has gone */
    private boolean flush() {
        try {
            while (!ended && (pending.size() > 0 || unsent)) {
                if (!out.isReady()) {
                    writable = false;
                    return true;
                }
                if (pending.size() > 0) {
                    byte[] bytes = pending.toByteArray();
                    pending.reset();
                    unsent = true;
                    out.write(bytes);
                } else {
                    unsent = false;
                    out.flush();
                }
            }
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "A reader of the stream has gone", e);
            return false;
        }
    }

    private void complete() {
        AsyncContext started;
        synchronized (this) {
            started = context;
            context = null;
        }
        if (started == null) {
            return;
        }
        try {
            started.complete();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "The server has ended the stream itself", e);
        }
    }
}
