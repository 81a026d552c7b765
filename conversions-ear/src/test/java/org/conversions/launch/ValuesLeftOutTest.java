package org.conversions.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ValuesLeftOutTest {

    @Test
    void whatADatabaseSaysOfAValueIsNotLoggedAndWhereItHappenedIs() {
        SQLException duplicate = new SQLException("Duplicate entry 'bea@buyers.example' for key", "23000", 1062);
        String logged = logged(new IllegalStateException("could not execute [insert bea@buyers.example]", duplicate));
        assertThat(logged).doesNotContain("bea@").contains("java.lang.IllegalStateException",
                "java.sql.SQLException: SQLSTATE 23000, code 1062", "ValuesLeftOutTest.java");
    }

    @Test
    void whatAnOperatorNeedsToKnowIsLogged() {
        assertThat(logged(new IllegalStateException(new SQLException("Access denied for user 'conversions'", "28000", 1045))))
                .contains("Access denied for user 'conversions'");
        assertThat(logged(new IllegalStateException("no database"))).contains("no database");
    }

    private static String logged(Throwable thrown) {
        LogRecord entry = new LogRecord(Level.WARNING, "failed");
        entry.setThrown(thrown);
        assertThat(new ValuesLeftOut().isLoggable(entry)).isTrue();
        StringWriter text = new StringWriter();
        entry.getThrown().printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
