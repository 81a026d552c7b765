package org.conversions.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Sends requests over kept-alive connections, each as fast as it is answered. */
final class Load {

    /** The result of a load. Times are milliseconds. */
    record Result(long requests, double seconds, double median, double p99) {

        double perSecond() {
            return requests / seconds;
        }
    }

    private Load() {
    }

    /**
     * @param status  the status that every answer must have
     * @param request the bytes of the n-th request
     */
    static Result run(URI server, int connections, long requests, int status, LongFunction<byte[]> request) {
        AtomicLong next = new AtomicLong();
        return run(server, connections, () -> {
            long n = next.getAndIncrement();
            return n < requests ? OptionalLong.of(n) : OptionalLong.empty();
        }, status, request);
    }

    /** @param next where the numbers of the requests come from, so that a later load goes on where this one ended */
    static Result during(Duration time, AtomicLong next, URI server, int connections, int status,
                         LongFunction<byte[]> request) {
        long end = System.nanoTime() + time.toNanos();
        return run(server, connections,
                () -> System.nanoTime() < end ? OptionalLong.of(next.getAndIncrement()) : OptionalLong.empty(), status, request);
    }

    /** Requests that are due at a steady rate, whether those before are answered or not: waiting for a connection counts. */
    static Result at(double perSecond, Duration time, AtomicLong next, URI server, int connections, int status,
                     LongFunction<byte[]> request) {
        return at(perSecond, time, next, server, connections, status, request, n -> { });
    }

    /** @param answered what happens after the answer to the n-th request, before its connection is used again */
    static Result at(double perSecond, Duration time, AtomicLong next, URI server, int connections, int status,
                     LongFunction<byte[]> request, LongConsumer answered) {
        long start = System.nanoTime();
        long first = next.get();
        long requests = (long) (perSecond * time.toSeconds());
        return run(server, connections, () -> {
            long n = next.getAndIncrement();
            return n - first < requests ? OptionalLong.of(n) : OptionalLong.empty();
        }, n -> start + (long) ((n - first) / perSecond * 1e9), status, request, answered);
    }

    private static Result run(URI server, int connections, Supplier<OptionalLong> next, int status,
                              LongFunction<byte[]> request) {
        return run(server, connections, next, n -> System.nanoTime(), status, request, n -> { });
    }

    /** @param due the moment from which the time of a request counts */
    private static Result run(URI server, int connections, Supplier<OptionalLong> next, LongUnaryOperator due, int status,
                              LongFunction<byte[]> request, LongConsumer answered) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Future<long[]>> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            running.add(threads.submit(() -> send(server, next, due, status, request, answered)));
        }
        long[] nanos = running.stream().map(Load::result).flatMapToLong(Arrays::stream).sorted().toArray();
        double seconds = (System.nanoTime() - start) / 1e9;
        threads.shutdown();
        return new Result(nanos.length, seconds, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
    }

    static byte[] get(URI server, String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n"
                + "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] post(URI server, String path, String body, String signature) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n"
                + "Stripe-Signature: " + signature + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, whole, head.length, bytes.length);
        return whole;
    }

    private static long[] send(URI server, Supplier<OptionalLong> next, LongUnaryOperator due, int status,
                               LongFunction<byte[]> request, LongConsumer after)
            throws IOException, InterruptedException {
        LongStream.Builder nanos = LongStream.builder();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (OptionalLong n = next.get(); n.isPresent(); n = next.get()) {
                byte[] bytes = request.apply(n.getAsLong());
                long start = due.applyAsLong(n.getAsLong());
                TimeUnit.NANOSECONDS.sleep(start - System.nanoTime());
                socket.getOutputStream().write(bytes);
                int answered = answer(in);
                nanos.add(System.nanoTime() - start);
                if (answered != status) {
                    throw new IOException("Answered with " + answered + " instead of " + status);
                }
                after.accept(n.getAsLong());
            }
        }
        return nanos.build().toArray();
    }

    /** Reads one answer with a Content-Length, and nothing of the next. @return its status */
    private static int answer(InputStream in) throws IOException {
        String statusLine = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return Integer.parseInt(statusLine.split(" ")[1]);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static long[] result(Future<long[]> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
