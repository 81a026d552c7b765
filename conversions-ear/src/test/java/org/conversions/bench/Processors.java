package org.conversions.bench;

import java.io.IOException;
import java.util.Locale;

/**
 * Gives the servers one processor and the load another, so that neither takes time of the other's and a rate says what
 * one processor does. Where there is only one, or no {@code taskset} as Linux has it, they share what there is.
 */
final class Processors {

    private static final int OF_SERVERS = 0;
    private static final int OF_LOAD = 1;

    private Processors() {
    }

    /** Keeps a server, with all of its threads, on the servers' processor. */
    static void server(long pid) {
        keep(pid, OF_SERVERS);
    }

    /** Keeps this process on the other one. */
    static void load() {
        keep(ProcessHandle.current().pid(), OF_LOAD);
    }

    private static void keep(long pid, int processor) {
        try {
            Process taskset = new ProcessBuilder("taskset", "--all-tasks", "--pid", "--cpu-list", String.valueOf(processor),
                    String.valueOf(pid)).redirectErrorStream(true).start();
            String said = new String(taskset.getInputStream().readAllBytes());
            if (taskset.waitFor() != 0) {
                System.out.println("Processors are shared: " + said.strip());
            }
        } catch (IOException e) {
            System.out.printf(Locale.ROOT, "Processors are shared: %s%n", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
