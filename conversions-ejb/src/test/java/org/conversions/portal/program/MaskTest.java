package org.conversions.portal.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            john@example.com,          j•••@e•••.com
            j@e.io,                    j•••@e•••.io
            john.miller@shop.co.uk,    j•••@s•••.uk
            JOHN@EXAMPLE.COM,          J•••@E•••.COM
            john@localhost,            j•••@l•••
            john@127.0.0.1,            j•••@1•••
            'john@[10.0.0.1]',         j•••@[•••
            @example.com,              •••@e•••.com
            john@,                     j•••@•••
            john@.com,                 j•••@.•••
            a@b@example.com,           a•••@e•••.com
            john,                      j•••
            jörg@müller.example,       j•••@m•••.example
            '  john@example.com ',     j•••@e•••.com
            """)
    void anEmailKeepsItsFirstLettersAndItsEnding(String email, String masked) {
        assertThat(Mask.email(email)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            John,                      J•••
            John Miller,               J••• M•••
            'John  van der Miller',    J••• v••• d•••
            J,                         J•••
            王小明,                     王•••
            😀 Smith,                   😀••• S•••
            john@example.com,          j•••@e•••.com
            cus_12345,                 c•••
            """)
    void aNameKeepsItsFirstLetters(String name, String masked) {
        assertThat(Mask.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '"})
    void whatIsNotThereIsNotMadeUp(String nothing) {
        assertThat(Mask.email(nothing)).isNull();
        assertThat(Mask.name(nothing)).isNull();
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Mask.email(null)).isNull();
        assertThat(Mask.name(null)).isNull();
    }

    /** What is shown is of one length for all names of as many words, so that it does not help to guess. */
    @Test
    void theLengthOfWhatIsHiddenIsHidden() {
        assertThat(Mask.email("jo@exa.com")).isEqualTo(Mask.email("jonathan.montgomery@examples.com"));
        assertThat(Mask.name("Jo Mi")).isEqualTo(Mask.name("Jonathan Montgomery"));
    }
}
