package org.conversions.platform.database;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The embedded database: the application's own H2, whatever version the server has. A server hands its own to every
 * application first; so ours lies as a jar within the application's jar and is loaded apart from both. It also outlives
 * the application, and can end its work after the application has stopped.
 */
final class EmbeddedDatabase {

    private static final String JAR = "/embedded-database.jar";
    static final String DRIVER = "org.conversions.platform.database.embedded.EmbeddedDriver";

    private final Driver driver;

    private EmbeddedDatabase(Driver driver) {
        this.driver = driver;
    }

    /** @throws IllegalStateException when it cannot be loaded */
    static EmbeddedDatabase get() {
        return Loaded.ONCE;
    }

    Connection connect(String url, Properties properties) throws SQLException {
        return driver.connect(url, properties);
    }

    /** Brings everything that is committed onto the disk. It throws when that is not sure. */
    void flush() throws IOException {
        ((Flushable) driver).flush();
    }

    private static final class Loaded {

        private static final EmbeddedDatabase ONCE = load();

        private static EmbeddedDatabase load() {
            URL ours = EmbeddedDatabase.class.getProtectionDomain().getCodeSource().getLocation();
            try {
                // Never closed: the database may be open for as long as the process lives.
                ClassLoader apart = new EmbeddedClasses(unpacked(), ours);
                return new EmbeddedDatabase((Driver) apart.loadClass(DRIVER).getDeclaredConstructor().newInstance());
            } catch (IOException | ReflectiveOperationException e) {
                throw new IllegalStateException("The embedded database cannot be loaded", e);
            }
        }

        private static URL unpacked() throws IOException {
            Path jar = Files.createTempFile("embedded-database", ".jar");
            jar.toFile().deleteOnExit();
            try (InputStream packed = EmbeddedDatabase.class.getResourceAsStream(JAR)) {
                Files.copy(packed, jar, StandardCopyOption.REPLACE_EXISTING);
            }
            return jar.toUri().toURL();
        }
    }
}
