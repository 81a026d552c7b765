package org.conversions.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the scripts of {@code src/test/node} with the packages that its lock file names. */
public final class Node {

    private Node() {
    }

    /** The folder of the scripts and {@code node_modules}. */
    public static Path folder() {
        return NpmFolder.SCRIPTS.path();
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
        return NpmFolder.SCRIPTS.run(max, environment, command);
    }

    public static String run(Duration max, String script, String... arguments) {
        return run(max, Map.of(), script, arguments);
    }
}
