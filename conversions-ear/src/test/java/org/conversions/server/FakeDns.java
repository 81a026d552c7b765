package org.conversions.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server that knows the TXT records of the tests, and that no other name exists. */
public final class FakeDns {

    private static final FakeDns SHARED = new FakeDns();
    private static final int HEADER = 12;
    private static final int PACKET_MAX = 512;
    private static final int NO_SUCH_NAME = 3;

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final DatagramSocket socket;

    private FakeDns() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread thread = new Thread(this::answer, "fake-dns");
        thread.setDaemon(true);
        thread.start();
    }

    /** The one that the shared server asks. */
    public static FakeDns shared() {
        return SHARED;
    }

    /** The setting {@code conversions.dns.servers} that leads here. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Gives the name this TXT record; null for none. */
    public void text(String name, String value) {
        if (value == null) {
            texts.remove(name);
        } else {
            texts.put(name, value);
        }
    }

    private void answer() {
        byte[] buffer = new byte[PACKET_MAX];
        while (true) {
            try {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                byte[] answer = answer(buffer, question.getLength());
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException | RuntimeException e) {
                // The next question may be a better one.
                continue;
            }
        }
    }

    private byte[] answer(byte[] question, int length) {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (question[at] != 0) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
            at += question[at] + 1;
        }
        int end = at + 5;
        String value = texts.get(name.toString().toLowerCase(Locale.ROOT));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(question, 0, 2);
        answer.writeBytes(new byte[] {(byte) 0x85, (byte) (0x80 | (value == null ? NO_SUCH_NAME : 0)), 0, 1, 0,
            (byte) (value == null ? 0 : 1), 0, 0, 0, 0});
        answer.write(question, HEADER, Math.min(end, length) - HEADER);
        if (value != null) {
            byte[] text = value.getBytes(StandardCharsets.US_ASCII);
            // The name again by a pointer, type TXT, class IN, a minute to live, and the text with its length.
            answer.writeBytes(new byte[] {(byte) 0xc0, HEADER, 0, 16, 0, 1, 0, 0, 0, 60, 0, (byte) (text.length + 1),
                (byte) text.length});
            answer.writeBytes(text);
        }
        return answer.toByteArray();
    }
}
