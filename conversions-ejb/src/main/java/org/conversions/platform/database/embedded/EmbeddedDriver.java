package org.conversions.platform.database.embedded;

import java.io.Flushable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;

/**
 * H2's driver for one database, which also knows files that are written in order ({@code jdbc:h2:ordered:…}) and brings
 * what is committed onto the disk.
 */
public final class EmbeddedDriver extends Driver implements Flushable {

    private static final String TRACE_FILE = "TRACE_LEVEL_FILE";

    /** The database of the connection that was opened last: a server's pool does not show it. */
    private volatile MVStore store;

    public EmbeddedDriver() {
        FilePath.register(new OrderedPath());
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        // H2 would write what has failed into a file beside the data, with the values that it was about.
        Connection connection = super.connect(url.contains(TRACE_FILE) ? url : url + ';' + TRACE_FILE + "=0", info);
        if (connection instanceof JdbcConnection own) {
            opened(((SessionLocal) own.getSession()).getDatabase().getStore().getMvStore());
        }
        return connection;
    }

    private synchronized void opened(MVStore current) {
        if (current != store) {
            store = current;
            if (current.isPersistent()) {
                Compaction.begin(current);
            }
        }
    }

    /**
     * Brings all commits, those of other threads too, onto the disk before it returns.
     *
     * <p>H2's own CHECKPOINT SYNC is not enough: what its background thread has just begun to write counts as written
     * there, and may come after the sync.
     *
     * @throws RuntimeException when that is not sure
     */
    @Override
    public void flush() {
        MVStore current = store;
        if (!current.isPersistent()) {
            return; // a database in memory, which has no disk to be on
        }
        current.commit();
        long version = current.getCurrentVersion();
        if (current.getFileStore().lastChunkVersion() < version) {
            // Waits for what is being written.
            current.executeFilestoreOperation(() -> { });
        }
        if (current.getFileStore().lastChunkVersion() < version) {
            throw new IllegalStateException("Version " + version + " of the database was not written");
        }
        current.sync();
    }
}
