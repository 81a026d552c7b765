package org.conversions.platform.database.embedded;

import org.h2.Driver;
import org.h2.store.fs.FilePath;

/** H2's driver, which also knows database files that are written in order: {@code jdbc:h2:ordered:…}. */
public final class EmbeddedDriver extends Driver {

    public EmbeddedDriver() {
        FilePath.register(new OrderedPath());
    }
}
