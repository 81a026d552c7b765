package org.conversions.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.conversions.server.BuildFolder;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs the scripts of {@code src/test/node} with the packages that its lock file names, in a copy below the build
 * folder. Node.js is a tool of the tests only: where it is missing, the test that asks for it is skipped and says so,
 * and fails where the environment says {@code CI=true}.
 */
public final class Node {

    /** The packages are fetched on the first run, and found there afterwards. */
    private static final Duration INSTALL_MAX = Duration.ofMinutes(4);
    private static final Duration VERSION_MAX = Duration.ofSeconds(20);
    private static final Path SOURCES = BuildFolder.PATH.resolve("../src/test/node").normalize();
    private static final Path FOLDER = BuildFolder.PATH.resolve("node");
    private static boolean ready;

    private Node() {
    }

    /** The folder of the scripts and {@code node_modules}: copied and installed once for each build. */
    public static synchronized Path folder() {
        if (!ready) {
            assumeInstalled();
            copySources();
            install();
            ready = true;
        }
        return FOLDER;
    }

    /**
     * Runs a script to its end.
     *
     * @param max         how long it may take
     * @param environment what it finds in its environment, beside that of the tests
     * @param script      its file, relative to {@code src/test/node}
     * @return what it printed, on both streams
     * @throws AssertionError with what it printed, when it ends with another status than 0, or not in time
     */
    public static String run(Duration max, Map<String, String> environment, String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", folder().resolve(script).toString()));
        command.addAll(List.of(arguments));
        Output output = output(max, environment, command);
        if (output.status() != 0) {
            throw new AssertionError(script + " ended with " + output.status() + ":\n" + output.text());
        }
        return output.text();
    }

    public static String run(Duration max, String script, String... arguments) {
        return run(max, Map.of(), script, arguments);
    }

    private static void assumeInstalled() {
        boolean there = Stream.of("node", "npm").allMatch(Node::answers);
        String sentence = "Node.js and npm are not installed here, so the clients that need them were not tried.";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.assertTrue(there, sentence);
        }
        Assumptions.assumeTrue(there, sentence);
    }

    private static boolean answers(String program) {
        try {
            Files.createDirectories(FOLDER);
            return output(VERSION_MAX, Map.of(), List.of(program, "--version")).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copySources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> !path.toString().contains("node_modules")).toList()) {
                Path copy = FOLDER.resolve(SOURCES.relativize(file).toString());
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
    private static void install() {
        Path wanted = FOLDER.resolve("package-lock.json");
        Path installed = FOLDER.resolve("node_modules").resolve("installed-by.json");
        try {
            if (Files.exists(installed) && Files.mismatch(wanted, installed) < 0) {
                return;
            }
            Output output = output(INSTALL_MAX, Map.of(),
                    List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            if (output.status() != 0) {
                throw new IllegalStateException("npm ci ended with " + output.status() + ":\n" + output.text());
            }
            Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Output output(Duration max, Map<String, String> environment, List<String> command) {
        Path printed = BuildFolder.create("node").resolve("output.txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(FOLDER.toFile())
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
