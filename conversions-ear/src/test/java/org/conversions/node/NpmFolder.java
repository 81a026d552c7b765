package org.conversions.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.conversions.server.BuildFolder;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A copy of npm sources below the build folder, with the packages that their lock file names. Node.js is a tool of the
 * tests only: where it is missing, the test that asks for it is skipped and says so, and fails where the environment says
 * {@code CI=true}.
 */
public final class NpmFolder {

    /** The Stripe App. */
    public static final NpmFolder STRIPE_APP = new NpmFolder("../../config/stripe-app", "stripe-app");

    /** The scripts of the tests, and the clients that they drive. */
    static final NpmFolder SCRIPTS = new NpmFolder("../src/test/node", "node");

    /** The packages are fetched on the first run, and found there afterwards. */
    private static final Duration INSTALL_MAX = Duration.ofMinutes(4);
    private static final Duration VERSION_MAX = Duration.ofSeconds(20);

    private final Path sources;
    private final Path folder;
    private boolean ready;

    /**
     * @param sources relative to the build folder
     * @param name    of the copy
     */
    private NpmFolder(String sources, String name) {
        this.sources = BuildFolder.PATH.resolve(sources).normalize();
        folder = BuildFolder.PATH.resolve(name);
    }

    /** The folder of the scripts and {@code node_modules}: copied and installed once for each build. */
    public synchronized Path path() {
        if (!ready) {
            assumeInstalled();
            copySources();
            install();
            ready = true;
        }
        return folder;
    }

    /**
     * Runs a command in the folder to its end.
     *
     * @param max         how long it may take
     * @param environment what it finds in its environment, beside that of the tests
     * @return what it printed, on both streams
     * @throws AssertionError with what it printed, when it ends with another status than 0, or not in time
     */
    public String run(Duration max, Map<String, String> environment, List<String> command) {
        path();
        Output output = output(max, environment, command);
        if (output.status() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + output.status() + ":\n" + output.text());
        }
        return output.text();
    }

    private void assumeInstalled() {
        boolean there = Stream.of("node", "npm").allMatch(this::answers);
        String sentence = "Node.js and npm are not installed here, so what needs them was not tried.";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.assertTrue(there, sentence);
        }
        Assumptions.assumeTrue(there, sentence);
    }

    private boolean answers(String program) {
        try {
            Files.createDirectories(folder);
            return output(VERSION_MAX, Map.of(), List.of(program, "--version")).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void copySources() {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> !path.toString().contains("node_modules")).toList()) {
                Path copy = folder.resolve(sources.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lock file that was installed last is kept beside the packages: with the same one there is nothing to do. */
    private void install() {
        Path wanted = folder.resolve("package-lock.json");
        Path installed = folder.resolve("node_modules").resolve("installed-by.json");
        try {
            if (Files.exists(installed) && Files.mismatch(wanted, installed) < 0) {
                return;
            }
            Output output = output(INSTALL_MAX, Map.of(),
                    List.of("npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"));
            if (output.status() != 0) {
                throw new IllegalStateException("npm ci ended with " + output.status() + ":\n" + output.text());
            }
            Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Output output(Duration max, Map<String, String> environment, List<String> command) {
        Path printed = BuildFolder.create("node").resolve("output.txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectErrorStream(true).redirectOutput(printed.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(max.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().onExit().join();
                throw new AssertionError(String.join(" ", command) + " is not done after " + max.toSeconds() + " s:\n"
                        + Files.readString(printed));
            }
            return new Output(process.exitValue(), Files.readString(printed));
        } catch (IOException e) {
            // The program is not there.
            return new Output(127, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Output(int status, String text) {
    }
}
