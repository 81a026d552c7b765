package org.conversions.launch;

import fish.payara.micro.BootstrapException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import sun.misc.Signal;

/**
 * Ends the process when it is asked to (SIGTERM, Ctrl+C): the requests that were taken are answered, the port is closed,
 * then the application, the database and the broker, and the exit status is 0.
 *
 * <p>It does not leave this to the shutdown hooks of the libraries. They all run at the same time, and the embedded
 * database would be gone before the application.
 */
final class OrderlyStop {

    private static final int REQUESTS_SECONDS = 20;

    /** The seconds after which a stop that hangs is ended: less than what systemd grants (90). */
    private static final int STOP_SECONDS = 60;

    private static final int FAILED = 1;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicBoolean stopping = new AtomicBoolean();

    private OrderlyStop() {}

    /** Remembers a signal from now on, also during the start, instead of ending the process at once. */
    static OrderlyStop prepared() {
        OrderlyStop stop = new OrderlyStop();
        try {
            Signal.handle(new Signal("TERM"), signal -> stop.ask());
            Signal.handle(new Signal("INT"), signal -> stop.ask());
        } catch (IllegalArgumentException e) {
            throw new CannotStart("it would not hear that it is to stop (" + e.getMessage()
                    + "): leave out Java's option -Xrs.");
        }
        return stop;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    void await() throws InterruptedException {
        asked.await();
    }

    /** Closes everything in its order. */
    void run(Server server, Listener listener, DataFolder data) throws JMException, BootstrapException, IOException {
        int unanswered = Application.finishRequests(REQUESTS_SECONDS);
        if (unanswered > 0) {
            System.err.println("Conversions stops without having answered " + unanswered + " requests within "
                    + REQUESTS_SECONDS + " seconds.");
        }
        listener.close(server);
        server.stop();
        data.removeServer();
    }

    /** Does the same after a start that came to nothing, within the same time. */
    void runUnasked(Server server, Listener listener, DataFolder data)
            throws JMException, BootstrapException, IOException {
        Thread watch = new Thread(OrderlyStop::watch, "Watch over the stop");
        watch.setDaemon(true);
        watch.start();
        run(server, listener, data);
    }

    /** Runs on a thread of its own for each signal, which watches over the stop that it has asked for. */
    private void ask() {
        if (!stopping.compareAndSet(false, true)) {
            end("Conversions was told twice to stop, and ends at once.");
        }
        System.out.println("Conversions is stopping.");
        asked.countDown();
        watch();
    }

    /** Ends the process when its stop takes too long. */
    private static void watch() {
        try {
            TimeUnit.SECONDS.sleep(STOP_SECONDS);
            end("Conversions has not stopped within " + STOP_SECONDS + " seconds, and ends at once.");
        } catch (InterruptedException e) {
            end("Conversions was interrupted while it stopped, and ends at once.");
        }
    }

    /**
     * Ends the process without shutdown hooks, as they may be what hangs. What was acknowledged is safe, as after a
     * power failure.
     */
    private static void end(String sentence) {
        System.err.println(sentence);
        Runtime.getRuntime().halt(FAILED);
    }
}
