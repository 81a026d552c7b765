package org.conversions.redirect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no proper client would send. */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    private RawHttp() {
    }

    /** @param head the status line and the headers */
    public record Answer(String head, String body) {

        public int status() {
            return Integer.parseInt(head.split(" ")[1]);
        }

        public String header(String name) {
            return head.lines().filter(line -> line.startsWith(name + ": ")).findFirst()
                    .map(line -> line.substring(name.length() + 2)).orElse(null);
        }
    }

    /** @param request a whole request that asks to close the connection */
    public static Answer send(int port, byte[] request) {
        try (Unfinished sent = new Unfinished(port, request)) {
            return sent.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param request the beginning of a request that asks to close the connection */
    public static Unfinished begin(int port, String request) throws IOException {
        return new Unfinished(port, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A request that the server waits for the rest of. */
    public static final class Unfinished implements AutoCloseable {

        private final Socket socket;

        private Unfinished(int port, byte[] begin) throws IOException {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(begin);
        }

        /** Waits until the server has taken the request and asks for the rest ({@code Expect: 100-continue}). */
        public void awaitTaken() throws IOException {
            String asked = new String(socket.getInputStream().readNBytes(CONTINUE.length()), StandardCharsets.ISO_8859_1);
            if (!asked.equals(CONTINUE)) {
                throw new AssertionError("Not asked to go on but: " + asked);
            }
        }

        /** Sends the rest. */
        public Answer end(String rest) throws IOException {
            socket.getOutputStream().write(rest.getBytes(StandardCharsets.ISO_8859_1));
            return answer();
        }

        private Answer answer() throws IOException {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new AssertionError("No answer but: " + answer);
            }
            return new Answer(answer.substring(0, end), answer.substring(end + 4));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
