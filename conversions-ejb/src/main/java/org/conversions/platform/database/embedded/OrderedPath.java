package org.conversions.platform.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePathWrapper;

/** The path of an {@link OrderedFile}: {@code ordered:} before the path of the file itself. */
public final class OrderedPath extends FilePathWrapper {

    @Override
    public String getScheme() {
        return "ordered";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new OrderedFile(getBase().open(mode));
    }
}
