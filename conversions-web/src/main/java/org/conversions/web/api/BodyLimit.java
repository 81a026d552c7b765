package org.conversions.web.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.conversions.web.error.ContentTooLarge;

/** A body that ends with {@link ContentTooLarge} as soon as it turns out longer than it may be. */
final class BodyLimit extends FilterInputStream {

    private final long bytesMax;
    private long read;

    BodyLimit(InputStream body, long bytesMax) {
        super(body);
        this.bytesMax = bytesMax;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > bytesMax) {
            throw new ContentTooLarge(bytesMax);
        }
    }
}
