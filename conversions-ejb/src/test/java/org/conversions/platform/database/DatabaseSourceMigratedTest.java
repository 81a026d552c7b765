package org.conversions.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSourceMigratedTest {

    @ParameterizedTest
    @ValueSource(strings = {"Africa/Cairo", "Europe/London", "Asia/Tokyo", "America/New_York"})
    void aZoneThatWouldMoveTimesInMysqlIsRefused(String zone) {
        assertThatThrownBy(() -> DatabaseSourceMigrated.refuseZoneThatMovesTimes(true, TimeZone.getTimeZone(zone)))
                .isInstanceOf(SQLException.class)
                .hasMessage("With MySQL this server must run in UTC and not in the time zone " + zone
                        + ": start Java with -Duser.timezone=UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Etc/UTC", "GMT", "Zulu"})
    void everyNameOfUtcWillDo(String zone) {
        assertThatCode(() -> DatabaseSourceMigrated.refuseZoneThatMovesTimes(true, TimeZone.getTimeZone(zone)))
                .doesNotThrowAnyException();
    }

    @Test
    void theEmbeddedDatabaseTakesEveryZone() {
        assertThatCode(() -> DatabaseSourceMigrated.refuseZoneThatMovesTimes(false, TimeZone.getTimeZone("Africa/Cairo")))
                .doesNotThrowAnyException();
    }
}
