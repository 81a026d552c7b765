package org.conversions.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder that everything is kept in, used by one process at a time, and its owner's alone.
 *
 * <p>Below it are the server, unpacked, and what it writes while it runs, which would else be in the temporary folder, where
 * systems clean up after some days. What it has written is of no use to the next start and is removed at the end, or, after a
 * kill, before the next start.
 */
final class DataFolder {

    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

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
            closeToOthers(path);
            lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
        } catch (IOException e) {
            throw new CannotStart("the data folder " + path + " cannot be written (" + e + ").");
        }
        if (lock == null) {
            throw new CannotStart("the data in " + path + " are in use by another server.");
        }
        return new DataFolder(path, lock);
    }

    /** A folder that an older version, or somebody else, has made lets others of this machine read buyers and keys. */
    private static void closeToOthers(Path path) throws IOException {
        if (isPosix() && !Files.getPosixFilePermissions(path).equals(OWNERS)) {
            Files.setPosixFilePermissions(path, OWNERS);
            System.out.println("The data folder " + path + " is its owner's alone from now on.");
        }
    }

    private static FileAttribute<?>[] ownersAlone() {
        return isPosix() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)} : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** Returns the folder of the broker's store. */
    Path broker() {
        return path.resolve("broker");
    }

    /** Gives the server a new folder for what it writes while it runs. */
    void takeServer() throws IOException {
        removeServer();
        Files.createDirectories(server());
        System.setProperty("java.io.tmpdir", server().toString());
        System.setProperty("fish.payara.micro.tmpdir", server().toString());
    }

    /** Removes what the server has written while it ran. */
    void removeServer() throws IOException {
        if (lock.isValid()) {
            Folders.delete(server());
        }
    }

    /** Returns the folder of what is unpacked once for all starts. */
    Path installation() {
        return path.resolve("server");
    }

    private Path server() {
        return path.resolve("run");
    }
}
