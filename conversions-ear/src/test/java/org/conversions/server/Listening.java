package org.conversions.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets on which a process of Linux waits for callers. */
final class Listening {

    private static final String LISTENS = "0A";
    private static final Set<String> LOOPBACK = Set.of("0100007F", "00000000000000000000000001000000",
            "0000000000000000FFFF00000100007F");

    private Listening() {
    }

    static boolean isKnown() {
        return Files.isReadable(Path.of("/proc/net/tcp"));
    }

    /** @return the ports that can be reached from other machines */
    static Set<Integer> toOthers(ProcessHandle process) {
        return ports(process, false);
    }

    /** @return the ports that this machine alone can reach */
    static Set<Integer> toItself(ProcessHandle process) {
        return ports(process, true);
    }

    private static Set<Integer> ports(ProcessHandle process, boolean loopback) {
        Set<String> sockets = sockets(process);
        return Stream.of("tcp", "tcp6").map(table -> Path.of("/proc/net", table)).filter(Files::exists)
                .flatMap(table -> read(table).lines().skip(1)).map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[3].equals(LISTENS) && sockets.contains("socket:[" + columns[9] + ']'))
                .map(columns -> columns[1].split(":"))
                .filter(address -> LOOPBACK.contains(address[0]) == loopback)
                .map(address -> Integer.parseInt(address[1], 16)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> sockets(ProcessHandle process) {
        try (Stream<Path> files = Files.list(Path.of("/proc", "" + process.pid(), "fd"))) {
            return files.map(Listening::target).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ignores a socket that was closed meanwhile: it does not listen. */
    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
