package org.conversions.payout.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SepaTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Ann Smith|Ann Smith", "Jörg Müßig|Jorg Mussig", "GROẞ|GROSS", "Øyvind Åse Ærø|Oyvind Ase Aero",
        "Łukasz Żółć|Lukasz Zolc", "Đorđe Čičić|Dorde Cicic", "Þórður Ðað|Thordur Dad", "Ştefan Țară|Stefan Tara", "İsmail ışık|Ismail isik",
        "Αθήνα Ψαρού|Athina Psaroy", "Щерба Жечев|Shterba Zhechev", "Київ|Kiyiv", "Jose\u0301|Jose", "Smith & Sons|Smith + Sons",
        "O’Brien – „Pub“|O'Brien - 'Pub'", "a_b|a-b", "ﬁne|fine", "Ⅷ ①|VIII 1", "a%b|a.b", "李 Wei|. Wei", "x\ty z|x y z", "a\u00a0b|a b",
        "//a//b//|a/b", "1/2|1/2", "½|1/2", "€ 5|E 5", "😀|."})
    void lettersBecomeThoseThatBanksTake(String text, String likeness) {
        assertThat(SepaText.of(text, 70)).isEqualTo(likeness);
    }

    @Property
    void whateverComesNoBankRefusesIt(@ForAll String text, @ForAll @IntRange(min = 1, max = 140) int lengthMax) {
        assertThat(SepaText.of(text, lengthMax)).matches("|(?![/ ])[A-Za-z0-9/?:().,'+ -]{1," + lengthMax + "}(?<![/ ])")
                .doesNotContain("//").doesNotContain("  ");
    }

    @Property
    void whatBanksTakeStays(@ForAll @AlphaChars String text) {
        String letters = text.replaceAll("[^A-Za-z]", "");
        assertThat(SepaText.of(letters, 1_000)).isEqualTo(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"李", "...", "/", " ", "", "😀"})
    void whatHasNoLetterIsUnreadable(String text) {
        assertThat(SepaText.isReadable(text)).isFalse();
    }

    @Test
    void anIdKeepsEverythingButTheUnderscore() {
        assertThat(SepaText.id("po_0123456789abcdefghijAB")).isEqualTo("po-0123456789abcdefghijAB");
        assertThatIllegalArgumentException().isThrownBy(() -> SepaText.id("po_" + "a".repeat(33)));
        assertThatIllegalArgumentException().isThrownBy(() -> SepaText.id("po/1"));
    }
}
