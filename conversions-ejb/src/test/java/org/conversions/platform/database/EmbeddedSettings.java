package org.conversions.platform.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The parameters of the embedded database in the settings file. */
final class EmbeddedSettings {

    private EmbeddedSettings() {}

    /** @return the URL as it stands there, with its placeholder for the folder of the data */
    static String url() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("../config/microprofile-config.properties"))) {
            settings.load(file);
        }
        return settings.getProperty("conversions.datasource.url");
    }
}
