package org.conversions.web.api.stripe.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The Stripe App in one file, to be unpacked and uploaded: the same bytes for the same server. */
final class AppZip {

    /** Zip files know no earlier time. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);

    private AppZip() {
    }

    /** @param folder the name of the only folder that it unpacks to */
    static byte[] of(String folder, String baseUrl, AppId id, String clientId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : AppSources.names()) {
                add(zip, folder, name, name.equals(AppSources.MANIFEST)
                        ? AppManifest.bytes(AppManifest.of(AppSources.manifest(), baseUrl, id, clientId))
                        : AppSources.read(name));
            }
            add(zip, folder, AppIcon.NAME, AppIcon.png());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String folder, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(folder + "/" + name);
        entry.setTimeLocal(BEGINNING);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
