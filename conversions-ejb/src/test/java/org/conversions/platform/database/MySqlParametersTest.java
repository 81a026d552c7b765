package org.conversions.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlParametersTest {

    private static final String URL = "jdbc:mysql://db.example.com:3306/conversions";

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?sslMode=VERIFY_CA", "?xdevapi.connectTimeout=1", "?sessionVariables="})
    void aUrlThatDoesNotNameAParameterGetsItsDefault(String parameters) {
        assertThat(MySqlParameters.beside(URL + parameters))
                .containsEntry("connectTimeout", "5000")
                .containsEntry("fallbackToSystemKeyStore", "false")
                .containsEntry("sessionVariables", "innodb_lock_wait_timeout=5,wait_timeout=30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connectTimeout=1", "CONNECTTIMEOUT=1", "a=b&connectTimeout=1", "connectTimeout="})
    void whatTheUrlNamesIsLeftToIt(String parameters) {
        assertThat(MySqlParameters.beside(URL + "?" + parameters))
                .doesNotContainKey("connectTimeout")
                .containsEntry("socketTimeout", "60000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "innodb_lock_wait_timeout=50 | innodb_lock_wait_timeout=50,wait_timeout=30",
        "wait_timeout=600 | wait_timeout=600,innodb_lock_wait_timeout=5"})
    void theUrlMayNameALimit(String variables, String all) {
        assertThat(MySqlParameters.beside(URL + "?sessionVariables=" + variables)).containsEntry("sessionVariables", all);
    }

    @Test
    void theUrlMayNameAllLimits() {
        assertThat(MySqlParameters.beside(URL + "?sessionVariables=wait_timeout=600,INNODB_LOCK_WAIT_TIMEOUT=50"))
                .doesNotContainKey("sessionVariables");
    }

    @Test
    void otherSessionVariablesAreKept() {
        assertThat(MySqlParameters.beside(URL + "?sessionVariables=sql_mode%3D%27ANSI%27"))
                .containsEntry("sessionVariables", "sql_mode='ANSI',innodb_lock_wait_timeout=5,wait_timeout=30");
    }
}
