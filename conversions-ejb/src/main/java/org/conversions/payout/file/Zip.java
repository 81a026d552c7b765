package org.conversions.payout.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs several files into one. The same files give the same bytes wherever it runs. Pure. */
final class Zip {

    private Zip() {
    }

    static PayoutFile of(String name, Instant at, List<PayoutFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (PayoutFile file : files) {
                ZipEntry entry = new ZipEntry(file.name());
                entry.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
                zip.putNextEntry(entry);
                zip.write(file.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("A file cannot be packed in memory", e);
        }
        return new PayoutFile(name, PayoutFile.ZIP_TYPE, bytes.toByteArray());
    }
}
