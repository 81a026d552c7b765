package org.conversions.web.api.qr;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG (ISO/IEC 15948) of two colours, one bit for each pixel: all that a QR code needs. */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS_PER_PIXEL = 1;
    private static final int PALETTE = 3;

    /** The pixels that have the second colour. */
    interface Pixels {
        boolean isSet(int x, int y);
    }

    private Png() {
    }

    /** @param size width and height in pixels. @param clear colour of a pixel that is not set, as 0xRRGGBB */
    static byte[] ofTwoColours(int size, int clear, int set, Pixels pixels) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            png.write(SIGNATURE);
            chunk(png, "IHDR", data -> {
                data.writeInt(size);
                data.writeInt(size);
                // The last three: the only compression and filters that there are, no interlacing.
                data.write(new byte[] {BITS_PER_PIXEL, PALETTE, 0, 0, 0});
            });
            chunk(png, "PLTE", data -> {
                for (int colour : new int[] {clear, set}) {
                    data.write(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
                }
            });
            chunk(png, "IDAT", data -> {
                try (DeflaterOutputStream packed = new DeflaterOutputStream(data)) {
                    for (int y = 0; y < size; y++) {
                        packed.write(row(size, y, pixels));
                    }
                }
            });
            chunk(png, "IEND", data -> { });
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
        return png.toByteArray();
    }

    /** A byte that says that the row is not filtered, then its pixels, eight to a byte. */
    private static byte[] row(int size, int y, Pixels pixels) {
        byte[] row = new byte[1 + (size + 7) / 8];
        for (int x = 0; x < size; x++) {
            if (pixels.isSet(x, y)) {
                row[1 + x / 8] |= (byte) (0x80 >> x % 8);
            }
        }
        return row;
    }

    private interface Content {
        void write(DataOutputStream data) throws IOException;
    }

    private static void chunk(ByteArrayOutputStream png, String type, Content content) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        content.write(new DataOutputStream(data));
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data.toByteArray());
        DataOutputStream out = new DataOutputStream(png);
        out.writeInt(data.size());
        out.write(name);
        data.writeTo(out);
        out.writeInt((int) check.getValue());
    }
}
