package org.conversions.platform.database;

import java.io.Flushable;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/** The embedded database as the application loads it, with the parameters of the settings file, on {@link CutPath}. */
final class CutDatabase implements Flushable {

    private final ClassLoader classes = new EmbeddedClasses(from(org.h2.Driver.class), from(EmbeddedDatabase.class),
            from(CutPath.class));
    private final Driver driver = driver();
    private final Class<?> paths = classes.loadClass(CutPath.class.getName());
    private final Path file;

    /** @param file of the database that is to be made, without its ending */
    CutDatabase(Path file) throws ReflectiveOperationException {
        this.file = file;
        paths.getMethod("register").invoke(null);
    }

    private Driver driver() throws ReflectiveOperationException {
        return (Driver) classes.loadClass(EmbeddedDatabase.DRIVER).getDeclaredConstructor().newInstance();
    }

    private static URL from(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** @return a connection to the running database; it commits on demand */
    Connection connect() throws SQLException, IOException {
        return connect(driver, "cut:" + file);
    }

    /** @return a connection to what was left of it, without the ending of its file; what is open stays so */
    Connection reopen(Path left) throws SQLException, IOException, ReflectiveOperationException {
        return connect(driver(), left.toString());
    }

    private static Connection connect(Driver driver, String path) throws SQLException, IOException {
        Properties user = new Properties();
        user.setProperty("user", "conversions");
        user.setProperty("password", "conversions");
        Connection connection = driver.connect(EmbeddedSettings.url().replace("${conversions.data.dir}/db/conversions", path), user);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void flush() throws IOException {
        ((Flushable) driver).flush();
    }

    /** @return what would be left of the file now; {@link CutFile} says more */
    byte[] cut(BooleanSupplier reached) throws ReflectiveOperationException {
        return (byte[]) paths.getMethod("cut", BooleanSupplier.class).invoke(null, reached);
    }
}
