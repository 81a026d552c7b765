package org.conversions.platform.database.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Brings everything that is committed onto the disk, whoever committed it, before it returns.
 *
 * <p>H2's own CHECKPOINT SYNC is not enough: what its background thread has just begun to write counts as written there,
 * and may come after the sync.
 */
public final class ToDisk implements Consumer<Connection> {

    /** @param connection any connection to the database */
    @Override
    public void accept(Connection connection) {
        MVStore store = store(connection);
        store.commit();
        long version = store.getCurrentVersion();
        if (store.getFileStore().lastChunkVersion() < version) {
            // Waits for what is being written.
            store.executeFilestoreOperation(() -> { });
        }
        if (store.getFileStore().lastChunkVersion() < version) {
            throw new IllegalStateException("Version " + version + " of the database was not written");
        }
        store.sync();
    }

    private static MVStore store(Connection connection) {
        try {
            SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore();
        } catch (SQLException e) {
            throw new IllegalArgumentException("Not a connection to the embedded database", e);
        }
    }
}
