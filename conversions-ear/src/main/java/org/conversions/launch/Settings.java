package org.conversions.launch;

import java.io.FileReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The few settings that are needed before MicroProfile Config is there, found as it finds them. */
final class Settings {

    private Settings() {}

    /** @return null for a setting that has no value */
    static String of(String key) {
        String value = System.getProperty(key);
        if (value == null) {
            value = System.getenv(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
        }
        return value == null || value.isBlank() ? null : value;
    }

    /**
     * Makes system properties of the files named by --systemproperties: Payara Micro would read them too late.
     *
     * @return the other arguments
     */
    static List<String> readFiles(String[] arguments) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equalsIgnoreCase("--systemproperties") && i + 1 < arguments.length) {
                read(arguments[++i]);
            } else {
                rest.add(arguments[i]);
            }
        }
        return rest;
    }

    private static void read(String file) {
        Properties settings = new Properties();
        try (FileReader reader = new FileReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new CannotStart("the settings file " + file + " cannot be read (" + e.getMessage() + ").");
        }
        settings.stringPropertyNames().stream()
                .filter(key -> System.getProperty(key) == null)
                .forEach(key -> System.setProperty(key, settings.getProperty(key)));
    }
}
