package org.conversions.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.logging.ConsoleHandler;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
    void whatSomebodySentInAnAddressIsNotLogged() {
        LogRecord entry = new LogRecord(Level.WARNING, "A request to http://go.example/api/oauth/token?code=conv_code_1&x=%20 came,"
                + " see https://docs.example/page?a=b");
        assertThat(new ValuesLeftOut(null).isLoggable(entry)).isTrue();
        assertThat(entry.getMessage()).isEqualTo("A request to http://go.example/api/oauth/token?… came,"
                + " see https://docs.example/page?…");
    }

    @Test
    void whatAnOperatorNeedsToKnowIsLogged() {
        assertThat(logged(new IllegalStateException(new SQLException("Access denied for user 'conversions'", "28000", 1045))))
                .contains("Access denied for user 'conversions'");
        assertThat(logged(new IllegalStateException("no database"))).contains("no database");
    }

    @Test
    void everyHandlerOfTheServerLeavesThemOutAndAfterwardsFiltersAsBefore() {
        Handler handler = new ConsoleHandler();
        Filter before = entry -> !"secret".equals(entry.getMessage());
        handler.setFilter(before);
        Logger.getLogger("").addHandler(handler);
        LogFilters filters = new LogFilters();
        try {
            filters.begin();
            LogRecord entry = new LogRecord(Level.WARNING, "failed");
            entry.setThrown(new SQLException("Duplicate entry 'bea@buyers.example' for key", "23000", 1062));
            assertThat(handler.isLoggable(entry)).isTrue();
            assertThat(entry.getThrown()).hasToString("java.sql.SQLException: SQLSTATE 23000, code 1062");
            assertThat(handler.isLoggable(new LogRecord(Level.WARNING, "secret"))).isFalse();
            filters.end();
            assertThat(handler.getFilter()).isSameAs(before);
        } finally {
            filters.end();
            Logger.getLogger("").removeHandler(handler);
        }
    }

    private static String logged(Throwable thrown) {
        LogRecord entry = new LogRecord(Level.WARNING, "failed");
        entry.setThrown(thrown);
        assertThat(new ValuesLeftOut(null).isLoggable(entry)).isTrue();
        StringWriter text = new StringWriter();
        entry.getThrown().printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
