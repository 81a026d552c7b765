package org.conversions.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The server and the application as the executable jar holds them, unpacked. They are kept for the next start, in a folder
 * whose name changes with what is in the jar: unpacking takes more than a second of each start.
 *
 * <p>The folder gets its name when all of it is on the disk. A start that was killed meanwhile, or that found the disk full,
 * leaves what the next one clears away.
 */
final class Installation {

    private static final String PARTS = "MICRO-INF/(runtime|lib|application)/.*[^/]";
    /** Archives of four adapters are among them, which the server takes out of themselves. */
    private static final String LIBRARIES = "MICRO-INF/(runtime|lib)/[^/]+";
    /** The libraries in the application that hold nothing for the server to find: all but ours, and the one that makes JSON of answers. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "MICRO-INF/application/([^/]+)/(WEB-INF/lib/(?!conversions|jackson-jakarta-rs-json-provider)[^/]+)\\.jar");
    private static final String PREFIX = "MICRO-INF/";
    private static final String INDEX = "index";

    private final Path folder;

    private Installation(Path folder) {
        this.folder = folder;
    }

    /**
     * Finds what an earlier start has unpacked, or unpacks it.
     *
     * @param folder where nothing else is
     */
    static Installation of(Path jar, Path folder) {
        try (JarFile packed = new JarFile(jar.toFile(), false)) {
            List<ZipEntry> parts = packed.stream().filter(part -> part.getName().matches(PARTS))
                    .map(ZipEntry.class::cast).toList();
            Path kept = folder.resolve(version(parts));
            if (!isWhole(kept, parts)) {
                Folders.delete(folder); // also those of other versions
                unpack(packed, parts, folder, kept);
            }
            return new Installation(kept);
        } catch (IOException e) {
            throw new CannotStart("the server cannot be unpacked below " + folder + " (" + e + ").");
        }
    }

    /** The classes of the server. */
    ServerClasses classes() {
        try {
            return ServerClasses.read(folder, folder.resolve(INDEX));
        } catch (IOException e) {
            throw new CannotStart("the server that was unpacked into " + folder + " cannot be read (" + e + ").");
        }
    }

    /** Returns the folder of an archive that the server is to deploy. */
    Path application(String name) {
        return folder.resolve("application").resolve(name);
    }

    Path folder() {
        return folder;
    }

    private static String version(List<ZipEntry> parts) {
        CRC32 names = new CRC32();
        CRC32 contents = new CRC32();
        for (ZipEntry part : parts) {
            names.update((part.getName() + part.getSize()).getBytes(StandardCharsets.UTF_8));
            contents.update(Long.toString(part.getCrc()).getBytes(StandardCharsets.UTF_8));
        }
        return String.format("%08x%08x", names.getValue(), contents.getValue());
    }

    /** The index is written last. Files may be lost singly, as to whoever tidies up by hand. */
    private static boolean isWhole(Path kept, List<ZipEntry> parts) throws IOException {
        if (!Files.exists(kept.resolve(INDEX))) {
            return false;
        }
        for (ZipEntry part : parts) {
            Path file = place(kept, part);
            if (!Files.exists(file) || Files.size(file) != part.getSize()) {
                return false;
            }
        }
        return true;
    }

    private static void unpack(JarFile packed, List<ZipEntry> parts, Path folder, Path kept) throws IOException {
        try {
            Path unpacking = Files.createDirectories(folder.resolve("unpacking"));
            unpack(packed, parts, unpacking);
            Files.move(unpacking, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(folder); // a full disk is not left full
            throw e;
        }
    }

    private static void unpack(JarFile packed, List<ZipEntry> parts, Path into) throws IOException {
        for (ZipEntry part : parts) {
            Path file = place(into, part);
            Files.createDirectories(file.getParent());
            try (InputStream content = new BufferedInputStream(packed.getInputStream(part), 1 << 16)) {
                write(file, content);
            }
            Matcher library = OF_OTHERS.matcher(part.getName());
            if (library.matches()) {
                passOver(into.resolve("application").resolve(library.group(1)), library.group(2));
            }
        }
        List<Path> libraries = parts.stream().filter(part -> part.getName().matches(LIBRARIES))
                .map(part -> into.resolve(part.getName().substring(PREFIX.length()))).sorted().toList();
        write(into.resolve(INDEX), ServerClasses.index(into, libraries));
    }

    /**
     * Has the server pass over a library when it describes to itself, and keeps for good, each class of an application: twenty
     * thousand of them are three seconds of a start and a hundred megabytes. It takes a library for unpacked where there is a
     * folder of this name; what a descriptor excludes from scanning is described all the same.
     */
    private static void passOver(Path application, String library) throws IOException {
        Files.createDirectory(application.resolve(library.replaceAll("[/ ]", "__") + "_jar"));
    }

    private static Path place(Path folder, ZipEntry part) throws IOException {
        Path place = folder.resolve(part.getName().substring(PREFIX.length())).normalize();
        if (!place.startsWith(folder)) {
            throw new IOException(part.getName() + " lies outside of the jar");
        }
        return place;
    }

    /** Writes through to the disk, so that a power cut does not leave a folder with a good name and nothing in it. */
    private static void write(Path file, InputStream content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            content.transferTo(out);
            channel.force(false);
        }
    }
}
