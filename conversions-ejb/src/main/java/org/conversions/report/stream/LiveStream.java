package org.conversions.report.stream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.conversions.platform.NodeStops;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.work.WorkLoop;
import org.conversions.report.stream.OpenStream.State;
import org.conversions.report.stream.StreamCut.Passed;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The streams that are open at this node: one thread looks for all of them what is new, while there are any. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveStream {

    /** How a stream is refused. */
    public enum Full {
        NOT,
        /** The workspace has as many streams here as it may have. */
        FOR_WORKSPACE,
        /** This node has as many as it may have. */
        FOR_ALL
    }

    private static final Duration LOOKS = Duration.ofMillis(100);
    private static final Duration ASLEEP = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_MAX = Duration.ofSeconds(5);
    /** Proxies close what is silent for longer. */
    private static final Duration SILENT_MAX = Duration.ofSeconds(15);
    /** How often is asked whether a reader may go on, and a quarter less for some, so that not all come at once. */
    private static final Duration CHECKS = Duration.ofSeconds(30);
    private static final int CHECKS_AT_ONCE = 10;
    /** Bounds how long those who begin hold the others up. */
    private static final Duration BEGINNINGS_MAX = Duration.ofMillis(50);

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private StreamLook look;
    @Inject
    private Clock clock;
    @Inject
    @ConfigProperty(name = "conversions.stream.max", defaultValue = "2000")
    private int max;
    @Inject
    @ConfigProperty(name = "conversions.stream.max-per-workspace", defaultValue = "1000")
    private int maxPerWorkspace;

    private final List<OpenStream> streams = new CopyOnWriteArrayList<>();
    private final WorkLoop loop = new WorkLoop(System.getLogger(LiveStream.class.getName()),
            "What is new cannot be read for the streams right now", ASLEEP, STOP_MAX, this::step);
    private StreamTail tail;
    private long lookedAt;
    private volatile boolean ending;

    @PostConstruct
    void start() {
        loop.start(threads);
    }

    /**
     * Opens a stream. It begins at once, and lasts until the sink says that it has ended.
     *
     * @return why it was not opened, if so
     */
    public synchronized Full open(StreamQuery query, StreamSink sink) {
        if (ending || streams.size() >= max) {
            return Full.FOR_ALL;
        }
        if (streams.stream().filter(open -> open.query.workspaceId().equals(query.workspaceId())).count() >= maxPerWorkspace) {
            return Full.FOR_WORKSPACE;
        }
        long now = System.nanoTime();
        OpenStream stream = new OpenStream(query, sink, now);
        stream.checkAt = now + nextCheck();
        streams.add(stream);
        loop.wake();
        return Full.NOT;
    }

    /** Ends all streams: their readers come again, to another node or after the start. */
    public synchronized void end() {
        ending = true;
        streams.forEach(stream -> stream.sink.end());
        streams.clear();
    }

    /** While everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        end();
        loop.stop();
    }

    @PreDestroy
    void stop() {
        end();
        loop.stop();
    }

    private boolean step() {
        streams.removeIf(stream -> stream.sink.ended());
        if (streams.isEmpty()) {
            tail = null;
            loop.idles(ASLEEP);
            return false;
        }
        loop.idles(AFTER_FAILURE);
        // A reader who comes during the look may have seen more than it does, at another node.
        List<OpenStream> come = streams.stream().filter(stream -> stream.state == State.NEW).toList();
        boolean all = lookOnce(!come.isEmpty());
        boolean begun = !all || begin(come);
        check();
        loop.idles(LOOKS);
        return !all || !begun;
    }

    /** @param readers whether readers have come who are to begin after this look @return whether nothing was left for the next */
    private boolean lookOnce(boolean readers) {
        long now = System.nanoTime();
        if (tail == null) {
            tail = new StreamTail(look.end(clock.instant().minus(StreamTail.LATE_MAX.multipliedBy(2))));
            lookedAt = now;
        }
        List<OpenStream> listening = streams.stream().filter(stream -> stream.state != State.NEW).toList();
        Set<WorkspaceId> workspaces = listening.stream().map(stream -> stream.query.workspaceId()).collect(Collectors.toSet());
        StreamLook.Found found = look.next(tail, readers, workspaces);
        tail.move(found.position(), Duration.ofNanos(now - lookedAt));
        lookedAt = now;
        for (OpenStream stream : listening) {
            List<Passed> passed = found.passed().get(stream.query.workspaceId());
            if (passed != null && stream.send(passed)) {
                stream.sentAt = now;
            }
            if (found.all() && stream.state == State.BEGUN) {
                live(stream, now);
            } else if (stream.state == State.LIVE && now - stream.sentAt > SILENT_MAX.toNanos()) {
                stream.sink.place(tail.position().text());
                stream.sentAt = now;
            }
        }
        return found.all();
    }

    /** Has readers who came begin where the node is. @return whether that was all of them */
    private boolean begin(List<OpenStream> come) {
        long end = System.nanoTime() + BEGINNINGS_MAX.toNanos();
        for (OpenStream stream : come) {
            if (System.nanoTime() > end) {
                return false;
            }
            begin(stream);
        }
        return come.stream().noneMatch(stream -> stream.state == State.BEGUN);
    }

    private void begin(OpenStream stream) {
        if (stream.query.position() == null) {
            stream.begin(stream.query.recent() == 0 ? List.of() : look.newest(stream.query));
            if (stream.query.recent() == 0) {
                live(stream, System.nanoTime());
            }
            return;
        }
        Optional<List<Passed>> missed = StreamPosition.of(stream.query.position())
                .flatMap(from -> look.missed(from, tail.position(), stream.query.workspaceId()));
        stream.state = State.LIVE;
        if (missed.isPresent()) {
            stream.send(missed.get());
        } else {
            stream.sink.reset();
        }
        live(stream, System.nanoTime());
    }

    private void live(OpenStream stream, long now) {
        stream.live(tail.position());
        stream.sentAt = now;
    }

    /** Ends the streams of readers who may not go on. */
    private void check() {
        long now = System.nanoTime();
        int checked = 0;
        for (OpenStream stream : streams) {
            if (checked < CHECKS_AT_ONCE && now - stream.checkAt > 0) {
                checked++;
                stream.checkAt = now + nextCheck();
                if (!stream.sink.mayGoOn()) {
                    stream.sink.end();
                }
            }
        }
    }

    private static long nextCheck() {
        return (long) (CHECKS.toNanos() * ThreadLocalRandom.current().nextDouble(0.75, 1));
    }
}
