package org.conversions.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.conversions.server.Api.Answer;

/** A reader of server-sent events, as a browser reads them: without a thread of its own. */
public final class EventStream implements AutoCloseable, Flow.Subscriber<String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 20;
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An event. @param arrived by {@link System#nanoTime} */
    public record Event(String id, String name, JsonNode data, long arrived) {

        public String text(String pointer) {
            return data.at(pointer).asText();
        }
    }

    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CompletableFuture<HttpResponse.ResponseInfo> head = new CompletableFuture<>();
    private final CompletableFuture<HttpResponse<Void>> answer;
    private volatile Flow.Subscription lines;
    private volatile String lastId;
    private volatile boolean closed;
    private String name = "message";
    private String data = "";
    private String nextId;

    private EventStream(HttpRequest request, String lastId) {
        this.lastId = lastId;
        answer = HTTP.sendAsync(request, info -> {
            head.complete(info);
            return BodySubscribers.fromLineSubscriber(this);
        });
    }

    /** @param lastId where to go on, or null @param headers names and values by turns */
    public static EventStream open(URI server, String path, String key, String lastId, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).header("Accept", "text/event-stream");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new EventStream(request.build(), lastId);
    }

    /** Returns one that has begun: what is committed from now on comes. */
    public static EventStream begun(URI server, String path, String key) {
        EventStream stream = open(server, path, key, null);
        if (!stream.next().name().equals("start")) {
            throw new AssertionError("The stream does not begin with its start");
        }
        return stream;
    }

    /** Returns the status and headers of the answer. */
    public Answer answer() {
        HttpResponse.ResponseInfo response = head.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return new Answer(response.statusCode(), response.headers(), "");
    }

    /** Returns the next event. @throws AssertionError when none comes */
    public Event next() {
        Event event = next(PATIENCE_SECONDS * 1_000L);
        if (event == null) {
            throw new AssertionError("No event has come");
        }
        return event;
    }

    /** Returns the next event, or null when none comes within the time. */
    public Event next(long millis) {
        try {
            return events.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the events that have come and were not read yet. */
    public List<Event> rest() {
        List<Event> rest = new ArrayList<>();
        events.drainTo(rest);
        return rest;
    }

    /** Returns the events up to the first one of this kind. */
    public List<Event> until(Predicate<Event> last) {
        List<Event> read = new ArrayList<>();
        do {
            read.add(next());
        } while (!last.test(read.get(read.size() - 1)));
        return read;
    }

    /** Returns where the reader is: the id of the last event that has come. */
    public String lastId() {
        return lastId;
    }

    /** Returns whether the server ends the stream within the time. */
    public boolean ends(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Breaks the connection. Nothing that comes later counts. */
    @Override
    public synchronized void close() {
        closed = true;
        if (lines != null) {
            lines.cancel();
        }
        answer.cancel(true);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(String line) {
        if (closed) {
            return;
        }
        if (line.isEmpty()) {
            dispatch();
        } else if (line.startsWith("id: ")) {
            nextId = line.substring(4);
        } else if (line.startsWith("event: ")) {
            name = line.substring(7);
        } else if (line.startsWith("data: ")) {
            data += line.substring(6);
        }
    }

    private void dispatch() {
        if (nextId != null) {
            lastId = nextId;
        }
        if (!data.isEmpty()) {
            try {
                events.add(new Event(nextId, name, JSON.readTree(data), System.nanoTime()));
            } catch (JsonProcessingException e) {
                throw new AssertionError(data, e);
            }
        }
        nextId = null;
        name = "message";
        data = "";
    }

    @Override
    public void onError(Throwable broken) {
        end.countDown();
    }

    @Override
    public void onComplete() {
        end.countDown();
    }
}
