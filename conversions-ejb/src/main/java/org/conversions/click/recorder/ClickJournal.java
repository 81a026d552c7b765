package org.conversions.click.recorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.conversions.click.Click;
import org.conversions.platform.Ids;

/**
 * Files in the data folder for clicks that the database cannot take for now. A click is on the disk when it has been
 * added, also if the power fails. The files are bounded; they are removed one by one when the database has their clicks.
 */
final class ClickJournal {

    private static final String END = ".clicks";
    /** Bounds a file, because each is read as a whole. */
    private static final int FILE_BYTES_MAX = 8 * 1024 * 1024;

    private final Path folder;
    private final long bytesMax;
    private final Clock clock;
    private FileChannel current;
    /** What is safely in the current file. */
    private long length;
    /** What is in the files before it. */
    private long earlier;

    /** @param bytesMax bounds all files together */
    ClickJournal(Path folder, long bytesMax, Clock clock) {
        this.folder = folder;
        this.bytesMax = bytesMax;
        this.clock = clock;
        this.earlier = sizeOf(files());
    }

    /** @throws UncheckedIOException when they may not be on the disk, or there is no room; none of them counts as added */
    synchronized void add(List<Click> clicks) {
        byte[] bytes = JournalFormat.write(clicks);
        try {
            if (earlier + length + bytes.length > bytesMax) {
                throw new IOException("The journal of clicks is full: " + bytesMax + " bytes");
            }
            if (length > 0 && length + bytes.length > FILE_BYTES_MAX) {
                end();
            }
            if (current == null) {
                Files.createDirectories(folder);
                current = FileChannel.open(folder.resolve(Ids.next("j", clock) + END), StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
                force(folder);
            }
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            long at = length;
            while (rest.hasRemaining()) {
                at += current.write(rest, at);
            }
            current.force(false);
            length = at;
        } catch (IOException e) {
            cutOff(e);
            end();
            throw new UncheckedIOException(e);
        }
    }

    /** @return the files, the oldest first; none of them will be added to */
    synchronized List<Path> complete() {
        end();
        return files();
    }

    static List<Click> read(Path file) {
        try {
            return JournalFormat.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file whose clicks are in the database. */
    synchronized void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        earlier = sizeOf(files());
    }

    /** @return the size of all files in bytes */
    synchronized long size() {
        return earlier + length;
    }

    /** Those whose visitors learn that they were not kept are not to be found later. */
    private void cutOff(IOException failure) {
        try {
            if (current != null) {
                current.truncate(length);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** What comes after this goes to another file: behind a part of a click nothing could be read. */
    private void end() {
        if (current == null) {
            return;
        }
        try {
            current.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            current = null;
            length = 0;
            earlier = sizeOf(files());
        }
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + END)) {
                found.forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        // Their names begin with the time.
        Collections.sort(files);
        return files;
    }

    private static long sizeOf(List<Path> files) {
        return files.stream().mapToLong(file -> file.toFile().length()).sum();
    }

    /** A file is there after a power cut only if its folder was brought onto the disk too. */
    private static void force(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
