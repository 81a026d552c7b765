package org.conversions.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenConstraintTest {

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"PUBLIC.LINK_ADDRESS_INDEX_2, link_address", "PUBLIC.LINK_EXTERNAL_ID_INDEX_32A, link_external_id",
        "link.link_address, link_address", "link_external_id, link_external_id", "CUSTOMER_INDEX, customer_index", "null, ''", "'', ''"})
    void aKeyIsNamedAsInTheSchemaWhateverTheDatabaseCallsIt(String said, String name) {
        assertThat(BrokenConstraint.name(said)).isEqualTo(name);
    }
}
