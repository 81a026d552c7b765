package org.conversions.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.conversions.platform.database.embedded.EmbeddedDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

    private static final int COMMITS = 40;
    private static final int ROWS_OF_A_COMMIT = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void whatIsLeftOfOldPagesIsMovedTogether() throws Exception {
        EmbeddedDriver driver = new EmbeddedDriver();
        try (Connection connection = open(driver); Statement sql = connection.createStatement()) {
            for (String table : new String[] {"kept", "dropped"}) {
                sql.execute("create table " + table + " (id int primary key, payload varbinary(500))");
            }
            for (int commit = 0; commit < COMMITS; commit++) {
                int first = 1 + commit * ROWS_OF_A_COMMIT;
                for (String table : new String[] {"kept", "dropped"}) {
                    sql.execute("insert into " + table + " select x, secure_rand(500) from system_range(" + first + ", "
                            + (first + ROWS_OF_A_COMMIT - 1) + ")");
                }
                driver.flush();
            }
            sql.execute("drop table dropped");
            driver.flush();
            assertThat(percentageInUse(sql)).isLessThan(60);

            Instant end = Instant.now().plus(PATIENCE);
            while (percentageInUse(sql) < 50 && Instant.now().isBefore(end)) {
                Thread.sleep(100);
                // The space of pages that are no longer in use is given away when something is written.
                sql.execute("update kept set payload = secure_rand(500) where id = 1");
                driver.flush();
            }
            assertThat(percentageInUse(sql)).isGreaterThanOrEqualTo(50);
        }
    }

    /** @return the octets written, by H2's own count */
    private static int percentageInUse(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery("select setting_value from information_schema.settings"
                + " where setting_name = 'info.CHUNKS_FILL_RATE'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection open(EmbeddedDriver driver) throws SQLException, IOException {
        Properties user = new Properties();
        user.setProperty("user", "conversions");
        user.setProperty("password", "conversions");
        return driver.connect(EmbeddedSettings.url().replace("${conversions.data.dir}/db/conversions",
                folder.resolve("db").toString()), user);
    }
}
