package org.conversions.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder that everything is kept in, used by one process at a time. A folder that is made here is its owner's alone.
 *
 * <p>Below it Payara Micro unpacks itself, which would else be in the temporary folder, where systems clean up after
 * some days. What it unpacked is of no use to the next start and is removed at the end, or, after a kill, before the
 * next start.
 */
final class DataFolder {

    private final Path path;

    /** Held for as long as the process lives. */
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder if it is not there, and locks it. */
    static DataFolder locked() {
        String folder = Settings.of("conversions.data.dir");
        Path path = Path.of(folder == null ? "data" : folder).toAbsolutePath().normalize();
        System.setProperty("conversions.data.dir", path.toString());
        FileLock lock;
        try {
            Files.createDirectories(path, ownersAlone());
            lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
        } catch (IOException e) {
            throw new CannotStart("the data folder " + path + " cannot be written (" + e + ").");
        }
        if (lock == null) {
            throw new CannotStart("the data in " + path + " are in use by another server.");
        }
        return new DataFolder(path, lock);
    }

    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }

    /** Where the broker keeps its store. */
    Path broker() {
        return path.resolve("broker");
    }

    /** Makes the server unpack itself into this folder, and removes what a killed one has left there. */
    void takeServer() throws IOException {
        removeServer();
        Files.createDirectories(server());
        System.setProperty("java.io.tmpdir", server().toString());
    }

    /** Removes what the server has unpacked. */
    void removeServer() throws IOException {
        if (!lock.isValid() || !Files.exists(server())) {
            return;
        }
        try (Stream<Path> unpacked = Files.walk(server())) {
            for (Path file : unpacked.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path server() {
        return path.resolve("server");
    }
}
