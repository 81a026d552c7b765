package org.conversions.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The master key of an installation whose operator has set none: made once, readable by its owner only. */
final class MasterKeyFile {

    private static final System.Logger LOG = System.getLogger(MasterKeyFile.class.getName());
    private static final String NAME = "secret.key";
    private static final int KEY_BYTES = 32;

    private MasterKeyFile() {
    }

    /**
     * @param dataFolder the folder of the embedded database; made if it is not there
     * @return the text of the key, from the file or newly made
     */
    static String read(Path dataFolder) {
        Path file = dataFolder.resolve(NAME);
        try {
            if (Files.notExists(file)) {
                generate(dataFolder, file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The master key cannot be read from or written to " + file, e);
        }
    }

    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }

    /** @return the text of a key that was made here before; makes none */
    static Optional<String> readIfThere(Path dataFolder) {
        Path file = dataFolder.resolve(NAME);
        return Files.exists(file) ? Optional.of(read(dataFolder)) : Optional.empty();
    }

    /** Written beside and then moved, so that a crash leaves a whole key or none. */
    private static void generate(Path dataFolder, Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(dataFolder, ownersAlone());
        // A temporary file is readable and writable by its owner only, on every system.
        Path whole = Files.createTempFile(dataFolder, NAME, ".new");
        Files.writeString(whole, Base64.getEncoder().encodeToString(key));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        LOG.log(Level.WARNING, "Made a new master key for the secrets at rest: {0}. Back it up with the database; "
                + "without it the stored Stripe secrets cannot be read. Several nodes share one key: "
                + "set conversions.secret-key.", file.toAbsolutePath().normalize());
    }
}
