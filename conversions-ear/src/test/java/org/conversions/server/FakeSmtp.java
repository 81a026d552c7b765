package org.conversions.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that keeps what it is given, from whoever shows the right password, and can refuse for a while. */
public final class FakeSmtp implements AutoCloseable {

    public static final String USER = "conversions";
    public static final String PASSWORD = "mail password";

    private final ServerSocket door;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    /** A mail. @param text headers and body as they came */
    public record Received(String from, List<String> to, String text) {
    }

    public FakeSmtp() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread thread = new Thread(this::serve, "fake-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Refuses the next mails. */
    public void refuse(int mails) {
        refusals.set(mails);
    }

    /** Drops the mails that nobody has asked for. */
    public void forget() {
        received.clear();
    }

    /** Returns the next mail, or null when none comes in time. */
    public Received next(int seconds) {
        try {
            return received.poll(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                talk(new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8)),
                        caller.getOutputStream());
            } catch (IOException e) {
                // The caller has gone, or the test is over.
                continue;
            }
        }
    }

    private void talk(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 fake");
        String from = null;
        List<String> to = new ArrayList<>();
        boolean known = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split("[ :]")[0].toUpperCase();
            switch (command) {
                case "EHLO" -> say(out, "250-fake\r\n250 AUTH PLAIN");
                case "AUTH" -> {
                    known = new String(Base64.getDecoder().decode(line.split(" ")[2]), StandardCharsets.UTF_8)
                            .endsWith("\0" + USER + "\0" + PASSWORD);
                    say(out, known ? "235 welcome" : "535 no");
                }
                case "MAIL" -> {
                    from = address(line);
                    say(out, !known ? "530 who are you" : refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                            ? "451 later" : "250 yes");
                }
                case "RCPT" -> {
                    to.add(address(line));
                    say(out, "250 yes");
                }
                case "DATA" -> {
                    say(out, "354 go on");
                    StringBuilder text = new StringBuilder();
                    for (String part = in.readLine(); part != null && !part.equals("."); part = in.readLine()) {
                        text.append(part).append('\n');
                    }
                    received.add(new Received(from, List.copyOf(to), text.toString()));
                    say(out, "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 yes");
            }
        }
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
