package org.conversions.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.function.BooleanSupplier;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** The path of a {@link CutFile}: {@code cut:} before the path of the file itself. Public, because H2 makes them. */
public final class CutPath extends FilePathWrapper {

    private static volatile CutFile database;

    /** Makes the scheme known to the H2 of this class's loader. */
    public static void register() {
        FilePath.register(new CutPath());
    }

    /** @return what would be left of the database file that was opened last */
    public static byte[] cut(BooleanSupplier reached) {
        return database.cut(reached);
    }

    @Override
    public String getScheme() {
        return "cut";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        CutFile opened = new CutFile(getBase().open(mode));
        if (name.endsWith(".mv.db")) {
            database = opened;
        }
        return opened;
    }
}
