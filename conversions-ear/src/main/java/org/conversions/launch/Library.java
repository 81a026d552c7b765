package org.conversions.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/** One of the server's libraries, opened when something of it is asked for. */
final class Library {

    private final Path path;
    private final URL address;
    private final CodeSource source;
    private JarFile jar;
    private Manifest manifest;

    Library(Path path) throws MalformedURLException {
        this.path = path;
        address = path.toUri().toURL();
        source = new CodeSource(address, (CodeSigner[]) null);
    }

    URL address() {
        return address;
    }

    /** Where its classes say that they come from. */
    CodeSource source() {
        return source;
    }

    boolean has(String file) {
        return jar().getJarEntry(file) != null;
    }

    /** @return null when it has no such file */
    byte[] content(String file) throws IOException {
        JarEntry entry = jar().getJarEntry(file);
        if (entry == null) {
            return null;
        }
        try (InputStream content = jar().getInputStream(entry)) {
            return content.readAllBytes();
        }
    }

    /** Returns the address of one of its files. */
    URL address(String file) {
        try {
            return new URL("jar:" + address + "!" + new URI(null, null, "/" + file, null).getRawPath());
        } catch (MalformedURLException | URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    synchronized Manifest manifest() throws IOException {
        if (manifest == null) {
            Manifest own = jar().getManifest();
            manifest = own == null ? new Manifest() : own;
        }
        return manifest;
    }

    private synchronized JarFile jar() {
        if (jar == null) {
            try {
                jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jar;
    }
}
