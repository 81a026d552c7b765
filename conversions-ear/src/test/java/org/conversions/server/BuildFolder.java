package org.conversions.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which the build has put what the tests start, and in which they may leave files. */
public final class BuildFolder {

    /** Said by the build; a test that is started from an editor finds it below the module. */
    public static final Path PATH = Path.of(System.getProperty("conversions.build.folder", "target")).toAbsolutePath();

    private BuildFolder() {}

    /** A file that operators get. */
    public static Path config(String file) {
        return PATH.resolve("../../config").resolve(file).normalize();
    }

    public static Path create(String prefix) {
        try {
            return Files.createTempDirectory(Files.createDirectories(PATH.resolve("servers")), prefix + "-");
        } catch (IOException e) {
            throw new IllegalStateException("No folder for " + prefix, e);
        }
    }

    public static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No free port", e);
        }
    }
}
