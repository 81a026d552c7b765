package org.conversions.payout.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    /** The examples of the registry. */
    private static final String EXAMPLES = "AD1200012030200359100100 AE070331234567890123456 AL47212110090000000235698741"
            + " AT611904300234573201 AZ21NABZ00000000137010001944 BA391290079401028494 BE68539007547034 BG80BNBG96611020345678"
            + " BH67BMAG00001299123456 BR1800360305000010009795493C1 BY13NBRB3600900000002Z00AB00 CH9300762011623852957"
            + " CR05015202001026284066 CY17002001280000001200527600 CZ6508000000192000145399 DE89370400440532013000"
            + " DK5000400440116243 DO28BAGR00000001212453611324 EE382200221020145685 ES9121000418450200051332 FI2112345600000785"
            + " FO6264600001631634 FR1420041010050500013M02606 GB29NWBK60161331926819 GE29NB0000000101904917"
            + " GI75NWBK000000007099453 GL8964710001000206 GR1601101250000000012300695 GT82TRAJ01020000001210029690"
            + " HR1210010051863000160 HU42117730161111101800000000 IE29AIBK93115212345678 IL620108000000099999999"
            + " IS140159260076545510730339 IT60X0542811101000000123456 JO94CBJO0010000000000131000302"
            + " KW81CBKU0000000000001234560101 KZ86125KZT5004100100 LB62099900000001001901229114"
            + " LC55HEMM000100010012001200023015 LI21088100002324013AA LT121000011101001000 LU280019400644750000"
            + " LV80BANK0000435195001 MC5811222000010123456789030 MD24AG000225100013104168 ME25505000012345678951"
            + " MK07250120000058984 MR1300020001010000123456753 MT84MALT011000012345MTLCAST001S MU17BOMM0101101030300200000MUR"
            + " NL91ABNA0417164300 NO9386011117947 PK36SCBL0000001123456702 PL61109010140000071219812874"
            + " PS92PALS000000000400123456702 PT50000201231234567890154 QA58DOHB00001234567890ABCDEFG RO49AAAA1B31007593840000"
            + " RS35260005601001611379 SA0380000000608010167519 SE4550000000058398257466 SI56263300012039086"
            + " SK3112000000198742637541 SM86U0322509800000000270100 TN5910006035183598478831 TR330006100519786457841326"
            + " UA213223130000026007233566001 VA59001123000012345678 VG96VPVG0000012345678901 XK051212012345678906";

    @Test
    void theExamplesOfTheRegistryAreRight() {
        assertThat(EXAMPLES.split(" ")).hasSize(71).allSatisfy(text -> {
            assertThat(Iban.find(text)).as(text).contains(new Iban(text));
            assertThat(new Iban(text).country()).isEqualTo(text.substring(0, 2));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE89 3704 0044 0532 0130 00", "de89370400440532013000", " DE89-3704-0044-0532-0130-00\n",
        "DE89\u00a03704004405320130 00"})
    void itIsReadAsPeopleWriteIt(String text) {
        assertThat(Iban.find(text.replace('\u00a0', ' '))).map(Iban::text).contains("DE89370400440532013000");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "DE", "DE8937040044053201300", "DE893704004405320130000", "DE88370400440532013000",
        "XX89370400440532013000", "US64SVBKUS6S3300958879", "D189370400440532013000", "DE8937040044053201300O",
        "DE89370400440532013000;DROP", "ДЕ89370400440532013000", "=DE89370400440532013000", "DE٨٩370400440532013000"})
    void whatIsNoneIsNone(String text) {
        assertThat(Iban.find(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Iban(text == null ? "" : text)).withMessageNotContaining("3704");
    }

    @Property
    void anotherDigitInItsPlaceIsFound(@ForAll("examples") String text, @ForAll @IntRange(min = 2, max = 33) int at,
                                       @ForAll @IntRange(min = 1, max = 9) int more) {
        int place = at % text.length();
        if (Character.isDigit(text.charAt(place))) {
            char other = (char) ('0' + (text.charAt(place) - '0' + more) % 10);
            assertThat(Iban.find(text.substring(0, place) + other + text.substring(place + 1))).isEmpty();
        }
    }

    @Property
    void twoDigitsThatChangePlacesAreFound(@ForAll("examples") String text, @ForAll @IntRange(min = 4, max = 33) int at) {
        int place = 4 + at % (text.length() - 5);
        char one = text.charAt(place);
        char other = text.charAt(place + 1);
        if (Character.isDigit(one) && Character.isDigit(other) && one != other) {
            assertThat(Iban.find(text.substring(0, place) + other + one + text.substring(place + 2))).isEmpty();
        }
    }

    @Property
    void ofTheHundredCheckDigitsOneIsRight(@ForAll("examples") String text) {
        long right = 0;
        for (int digits = 0; digits < 100; digits++) {
            Optional<Iban> found = Iban.find(text.substring(0, 2) + String.format(Locale.ROOT, "%02d", digits) + text.substring(4));
            right += found.isPresent() ? 1 : 0;
        }
        assertThat(right).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"DE89370400440532013000, true", "CH9300762011623852957, true", "GB29NWBK60161331926819, true",
        "RS35260005601001611379, true", "TR330006100519786457841326, false", "XK051212012345678906, false",
        "BR1800360305000010009795493C1, false"})
    void someCountriesAreReachedBySepa(String text, boolean reached) {
        assertThat(new Iban(text).inSepa()).isEqualTo(reached);
    }

    @Test
    void noLogHoldsOne() {
        assertThat(new Iban("DE89370400440532013000")).hasToString("Iban[3000]");
        assertThat(new Iban("DE89370400440532013000").lastFour()).isEqualTo("3000");
    }

    @ParameterizedTest
    @CsvSource({"COBADEFF, COBADEFF", "cobadeffxxx, COBADEFFXXX", "REVO LT 21, REVOLT21", "NCBVXKPR, NCBVXKPR"})
    void aBankCodeIsReadAsPeopleWriteIt(String text, String bic) {
        assertThat(Bic.find(text)).map(Bic::text).contains(bic);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "COBADEF", "COBADEFFX", "COBADEFFXX", "COBADEFFXXXX", "C0BADEFF", "COBAZZFF", "COBAD1FF", "COBADE=F"})
    void whatIsNoBankCodeIsNone(String text) {
        assertThat(Bic.find(text)).isEmpty();
    }

    @Provide
    Arbitrary<String> examples() {
        return Arbitraries.of(EXAMPLES.split(" "));
    }
}
