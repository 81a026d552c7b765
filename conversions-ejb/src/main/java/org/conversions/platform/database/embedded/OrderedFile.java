package org.conversions.platform.database.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.h2.store.fs.FileBaseDefault;

/**
 * A database file that is whole after a power cut at any moment, as of the last time that it was forced onto the disk.
 * Until it is forced, an operating system brings any part of what was written onto the disk and leaves any other out, and
 * H2 alone is not prepared for that. Two orders are kept:
 *
 * <ul>
 * <li>Nothing is overwritten or cut off before everything that was written earlier is on the disk: H2 reuses the space of
 *     old pages as soon as newer ones are written.
 * <li>What H2 writes at once, a chunk of pages, counts as written only when all of it is on the disk: H2 looks at the
 *     first and last lines of a chunk and not at what is between. Until then it lacks its first letter.
 * </ul>
 */
final class OrderedFile extends FileBaseDefault {

    private static final byte[] CHUNK = "chunk:".getBytes(StandardCharsets.US_ASCII);

    private final FileChannel file;

    /** The beginnings of chunks that lack their first letter. */
    private volatile List<Long> unfinished = List.of();

    /** True when something was written since the file was last forced onto the disk. */
    private boolean written;

    OrderedFile(FileChannel file) throws IOException {
        this.file = file;
        // The process before may have left the file to the operating system.
        this.written = true;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        if (position < file.size()) {
            force(true);
        }
        written = true;
        int count = source.remaining();
        if (isChunk(source)) {
            unfinished = Stream.concat(unfinished.stream(), Stream.of(position)).toList();
            writeFully(ByteBuffer.wrap(new byte[1]), position);
            source.get();
            writeFully(source, position + 1);
        } else {
            writeFully(source, position);
        }
        return count;
    }

    @Override
    protected synchronized void implTruncate(long length) throws IOException {
        force(true);
        written = true;
        file.truncate(length);
    }

    /** Costs nothing when nothing was written since the last time. */
    @Override
    public synchronized void force(boolean metaData) throws IOException {
        if (!written) {
            return;
        }
        file.force(metaData);
        if (!unfinished.isEmpty()) {
            for (long chunk : unfinished) {
                writeFully(ByteBuffer.wrap(CHUNK, 0, 1), chunk);
            }
            file.force(false);
            unfinished = List.of();
        }
        written = false;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        // The letters that are missing now may be there in a moment, and no reader has to wait for the disk.
        List<Long> lacking = unfinished;
        int begin = target.position();
        int count = file.read(target, position);
        finish(target, begin, position, count, lacking);
        finish(target, begin, position, count, unfinished);
        return count;
    }

    /** Reads a chunk with its first letter. */
    private static void finish(ByteBuffer target, int begin, long position, int count, List<Long> lacking) {
        for (long chunk : lacking) {
            int at = begin + (int) (chunk - position);
            if (chunk >= position && chunk < position + count && target.get(at) == 0) {
                target.put(at, CHUNK[0]);
            }
        }
    }

    private static boolean isChunk(ByteBuffer source) {
        return source.remaining() > CHUNK.length
                && source.duplicate().limit(source.position() + CHUNK.length).equals(ByteBuffer.wrap(CHUNK));
    }

    private void writeFully(ByteBuffer source, long position) throws IOException {
        long at = position;
        while (source.hasRemaining()) {
            at += file.write(source, at);
        }
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
