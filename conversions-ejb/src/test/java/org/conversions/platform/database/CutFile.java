package org.conversions.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file that knows what of it would be left after a power cut: what was written before the last force, and of what was
 * written since, whatever the operating system happened to have brought onto the disk by itself, block by block.
 */
final class CutFile extends FileBaseDefault {

    /** Size of the parts of the file that are brought onto the disk at once. */
    private static final int BLOCK = 4096;
    private static final int FORCE_MILLIS = 1;

    private final FileChannel file;
    private final Set<Integer> changed = new TreeSet<>();
    private byte[] current = new byte[0];
    private byte[] onDisk = new byte[0];
    private int length;
    private int lengthOnDisk;

    CutFile(FileChannel file) throws IOException {
        if (file.size() > 0) {
            throw new IOException("Only of new files is it known what of them is on the disk");
        }
        this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        int begin = Math.toIntExact(position);
        int count = source.remaining();
        int end = begin + count;
        if (end > current.length) {
            int room = (end / BLOCK + 1) * 2 * BLOCK;
            current = Arrays.copyOf(current, room);
            onDisk = Arrays.copyOf(onDisk, room);
        }
        source.duplicate().get(current, begin, count);
        length = Math.max(length, end);
        IntStream.rangeClosed(begin / BLOCK, (end - 1) / BLOCK).forEach(changed::add);
        return file.write(source, position);
    }

    @Override
    protected synchronized void implTruncate(long newLength) throws IOException {
        int end = Math.toIntExact(newLength);
        IntStream.range(end / BLOCK, (length + BLOCK - 1) / BLOCK).forEach(changed::add);
        Arrays.fill(current, Math.min(end, length), length, (byte) 0);
        length = Math.min(end, length);
        file.truncate(newLength);
    }

    /** Is as slow as a disk; what is written meanwhile may come too late. */
    @Override
    public void force(boolean metaData) throws IOException {
        Map<Integer, byte[]> blocks = new HashMap<>();
        int newLength;
        synchronized (this) {
            changed.forEach(block -> blocks.put(block, Arrays.copyOfRange(current, block * BLOCK, (block + 1) * BLOCK)));
            newLength = length;
        }
        pause();
        synchronized (this) {
            blocks.forEach((block, bytes) -> {
                System.arraycopy(bytes, 0, onDisk, block * BLOCK, BLOCK);
                if (Arrays.equals(current, block * BLOCK, (block + 1) * BLOCK, bytes, 0, BLOCK)) {
                    changed.remove(block);
                }
            });
            lengthOnDisk = newLength;
        }
    }

    /** @param reached says of each block that was written since the last force whether it is on the disk */
    synchronized byte[] cut(BooleanSupplier reached) {
        byte[] left = onDisk.clone();
        int end = lengthOnDisk;
        for (int block : changed) {
            if (reached.getAsBoolean()) {
                System.arraycopy(current, block * BLOCK, left, block * BLOCK, BLOCK);
                end = Math.max(end, Math.min(length, (block + 1) * BLOCK));
            }
        }
        return Arrays.copyOf(left, end);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(FORCE_MILLIS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return file.read(target, position);
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
