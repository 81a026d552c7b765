package org.conversions.server;

import java.io.IOException;

/** What stops a process in its tracks, and lets it go on. */
enum Signal {

    STOP, CONT;

    void send(Process process) {
        try {
            if (new ProcessBuilder("kill", "-" + name(), String.valueOf(process.pid())).start().waitFor() != 0) {
                throw new IllegalStateException("The process cannot be sent " + this);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
