package org.conversions.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;

/**
 * The main class of the executable jar. It makes sure that the start can succeed, boots Payara Micro, makes sure that it
 * did succeed, and only then opens the port. Otherwise it ends with one sentence and a status of 1: Payara Micro itself
 * would go on without its application. Every option of Payara Micro works as usual, but for those that say where it unpacks
 * itself.
 */
public final class Conversions {

    private static final int FAILED = 1;

    /** Ends when the server could answer. The build starts it so, to note down the classes that a start loads. */
    private static final String WARM_UP = "--warmup";

    private Conversions() {}

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (CannotStart e) {
            System.err.println("Conversions cannot start: " + e.getMessage());
            System.exit(FAILED);
        } catch (Exception e) {
            // Nobody catches it after this, and the server's own threads would keep the process alive.
            System.err.println("Conversions failed:");
            e.printStackTrace();
            System.exit(FAILED);
        }
        System.exit(0);
    }

    /** Returns when the server has been stopped. */
    private static void run(String[] arguments) throws Exception {
        OrderlyStop stop = OrderlyStop.prepared();
        List<String> options = new ArrayList<>(List.of("--nohazelcast", "--disablephonehome"));
        options.addAll(Settings.readFiles(arguments));
        boolean warmUp = options.remove(WARM_UP);
        if (warmUp) {
            options.addAll(List.of("--port", String.valueOf(Listener.freePort())));
        }
        if (System.getProperty("java.util.logging.config.file") == null) {
            quietLogging();
        }

        Listener listener = Listener.named(options);
        DataFolder data = DataFolder.locked();
        data.takeServer();
        Broker.describe(data.broker());
        if (Settings.of("conversions.base-url") == null) {
            System.setProperty("conversions.base-url", listener.base());
        }

        Path jar = Path.of(Conversions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Server server = Server.booted(options, listener, jar, Installation.of(jar, data.installation()));
        try {
            Application.mustBeThere();
            if (warmUp) {
                stop.runUnasked(server, listener, data);
                return;
            }
            if (!stop.isAsked()) {
                listener.open(server);
                welcome(listener.base(), listener.readiness());
            }
        } catch (CannotStart e) {
            stop.runUnasked(server, listener, data);
            throw e;
        }
        stop.await();
        stop.run(server, listener, data);
        System.out.println("Conversions has stopped.");
    }

    private static void quietLogging() throws IOException {
        try (InputStream logging = Conversions.class.getResourceAsStream("/MICRO-INF/domain/logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
    }

    private static void welcome(String base, String unready) {
        System.out.println();
        System.out.println("Conversions is running.");
        System.out.println("  Set-up and dashboard  " + base + "/app/");
        System.out.println("  API                   " + base + "/api");
        System.out.println("  Health                " + base + "/health/ready");
        System.out.println("  Data                  " + System.getProperty("conversions.data.dir"));
        if (unready != null) {
            System.out.println("  NOT READY YET         " + unready);
        }
        System.out.println();
    }
}
