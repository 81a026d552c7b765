package org.conversions.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this application, as it was built. */
public final class Version {

    private static final String FILE = "/META-INF/conversions-version.properties";

    private Version() {
    }

    public static String text() {
        try (InputStream file = Version.class.getResourceAsStream(FILE)) {
            Properties read = new Properties();
            read.load(file);
            return read.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("The version of the application cannot be read", e);
        }
    }
}
