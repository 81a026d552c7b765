package org.conversions.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The README's command that sends a story to a server without Stripe, run as a user runs it. */
final class SampleStory {

    private static final int SECONDS_MAX = 120;

    private SampleStory() {
    }

    /** @return what it printed */
    static String told(URI server, String apiKey) {
        Path program = BuildFolder.config("sample-story/SampleStory.java");
        Path output = BuildFolder.create("sample-story").resolve("output.txt");
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    program.toString(), apiKey, server.toString())
                    .directory(program.getParent().getParent().getParent().toFile())
                    .redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("The sample story failed:\n" + Files.readString(output));
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
