package org.conversions.launch;

import fish.payara.micro.boot.loader.OpenURLClassLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The classes and files in the server's three hundred libraries. An index says which libraries have anything in a folder: every
 * class of the application is looked for here first, and asking all libraries for it takes a fifth of the time of a start.
 *
 * <p>Payara Micro adds further libraries to the kind of class loader that this one is.
 */
final class ServerClasses extends OpenURLClassLoader {

    private static final String OTHER_RELEASE = "META-INF/versions/\\d+/";

    private final Map<String, List<Library>> byFolder = new HashMap<>();
    private final List<URL> addresses = new ArrayList<>();

    /** Libraries by their names: the server asks for four adapters as for files in the libraries. */
    private final Map<String, URL> archives = new HashMap<>();

    private ServerClasses() {
        super(new URL[0]);
    }

    /** Returns the text of an index: a library in each line, then its folders. */
    static InputStream index(Path root, List<Path> libraries) throws IOException {
        StringBuilder index = new StringBuilder();
        for (Path library : libraries) {
            try (JarFile jar = new JarFile(library.toFile(), false); Stream<JarEntry> entries = jar.stream()) {
                TreeSet<String> folders = new TreeSet<>();
                entries.map(entry -> entry.getName().replaceAll("/$", "")).forEach(name -> {
                    folders.add(folder(name));
                    folders.add(folder(name.replaceFirst(OTHER_RELEASE, "")));
                });
                index.append(root.relativize(library)).append('\t').append(String.join("\t", folders)).append('\n');
            }
        }
        return new ByteArrayInputStream(index.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #index} wrote. */
    static ServerClasses read(Path root, Path index) throws IOException {
        ServerClasses classes = new ServerClasses();
        for (String line : Files.readAllLines(index)) {
            String[] words = line.split("\t", -1);
            Library library = new Library(root.resolve(words[0]));
            classes.addresses.add(library.address());
            classes.archives.put(words[0].substring(words[0].lastIndexOf('/') + 1), library.address());
            for (int i = 1; i < words.length; i++) {
                classes.byFolder.computeIfAbsent(words[i], folder -> new ArrayList<>(1)).add(library);
            }
        }
        return classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try {
            for (Library library : having(file)) {
                byte[] content = library.content(file);
                if (content != null) {
                    definePackageOf(name, library);
                    return defineClass(name, content, 0, content.length, library.source());
                }
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        return super.findClass(name);
    }

    @Override
    public URL findResource(String name) {
        for (Library library : having(name)) {
            if (library.has(name)) {
                return library.address(name);
            }
        }
        return archives.containsKey(name) ? archives.get(name) : super.findResource(name);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        for (Library library : having(name)) {
            if (library.has(name)) {
                found.add(library.address(name));
            }
        }
        found.addAll(Collections.list(super.findResources(name)));
        return Collections.enumeration(found);
    }

    @Override
    public URL[] getURLs() {
        return Stream.concat(addresses.stream(), Stream.of(super.getURLs())).toArray(URL[]::new);
    }

    private List<Library> having(String file) {
        String name = file.endsWith("/") ? file.substring(0, file.length() - 1) : file;
        return byFolder.getOrDefault(folder(name), List.of());
    }

    private void definePackageOf(String className, Library library) throws IOException {
        int dot = className.lastIndexOf('.');
        String name = dot < 0 ? "" : className.substring(0, dot);
        if (!name.isEmpty() && getDefinedPackage(name) == null) {
            try {
                definePackage(name, library.manifest(), library.address());
            } catch (IllegalArgumentException e) {
                if (getDefinedPackage(name) == null) { // not by another thread either
                    throw e;
                }
            }
        }
    }

    private static String folder(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }
}
