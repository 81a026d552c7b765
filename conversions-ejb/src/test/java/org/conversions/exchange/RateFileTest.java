package org.conversions.exchange;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conversions.money.Currencies;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 29);

    /** As the European Central Bank writes it. */
    private static final String ECB = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                <gesmes:subject>Reference rates</gesmes:subject>
                <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
                <Cube>
                    <Cube time='2026-07-28'>
                        <Cube currency='USD' rate='1.1000'/>
                        <Cube currency='JPY' rate='165.00'/>
                        <Cube currency='CAD' rate='1.5070'/>
                    </Cube>
                </Cube>
            </gesmes:Envelope>
            """;

    @Test
    void jsonHasNumbersOrStringsAndKeepsTheirDigits() {
        RateFile file = read("""
                {"base": "USD", "asOf": "2026-07-28", "source": "x", "rates": {"CAD": "1.37", "JPY": 158,
                 "KWD": 0.30871186000000001, "IRR": 1374999.64464856, "VND": 2.5947768E4}}""");
        assertThat(file.confirmed()).isFalse();
        assertThat(file.leftOut()).isEmpty();
        assertThat(file.rates().asOf()).isEqualTo("2026-07-28");
        assertThat(per(file, "cad")).isEqualByComparingTo("1.37");
        assertThat(per(file, "jpy")).isEqualByComparingTo("158");
        assertThat(per(file, "kwd")).isEqualByComparingTo("0.30871186000000001");
        assertThat(per(file, "irr")).isEqualByComparingTo("1374999.64464856");
        assertThat(per(file, "vnd")).isEqualByComparingTo("25947.768");
    }

    @Test
    void commonFeedsHaveATimestampAndMetals() {
        RateFile file = read("""
                {"disclaimer": "x", "timestamp": 1785283200, "base": "USD",
                 "rates": {"CAD": 1.37, "XAU": 0.00024, "BTC": 0.0000091, "1INCH": 9.9}}""");
        assertThat(file.rates().asOf()).isEqualTo("2026-07-29");
        assertThat(file.rates().quotes()).containsOnlyKeys("cad");
        assertThat(file.leftOut()).containsExactly("1INCH", "BTC", "XAU");
    }

    @Test
    void itsAuthorMayHaveSeenTheJumps() {
        assertThat(read("{\"base\":\"USD\",\"asOf\":\"2026-07-28\",\"confirm\":true,\"rates\":{\"ARS\":3000}}").confirmed())
                .isTrue();
    }

    @Test
    void theCentralBanksXmlIsInEuros() {
        RateFile file = read(ECB);
        assertThat(file.rates().asOf()).isEqualTo("2026-07-28");
        assertThat(file.rates().quotes()).containsOnlyKeys("cad", "eur", "jpy");
        assertThat(per(file, "jpy")).isEqualByComparingTo("150");
        assertThat(per(file, "cad")).isEqualByComparingTo("1.37");
        assertThat(file.rates().quotes().get("eur")).isEqualTo(new Quote(BigDecimal.ONE, new BigDecimal("1.1000")));
    }

    @Test
    void ofSeveralDaysTheNewestCounts() {
        String older = "<Cube time='2026-07-27'><Cube currency='USD' rate='9'/><Cube currency='SEK' rate='11'/></Cube>";
        for (String file : new String[] {ECB.replaceFirst("<Cube>", "<Cube>" + older),
            ECB.replaceFirst("(?s)</Cube>\\s*</Cube>", "</Cube>" + older + "</Cube>")}) {
            assertThat(file).contains(older);
            assertThat(read(file)).isEqualTo(read(ECB));
        }
    }

    @Test
    void aByteOrderMarkIsNoMatter() {
        assertThat(read("\uFEFF" + ECB)).isEqualTo(read(ECB));
        assertThat(RateFile.read(ECB.replace("UTF-8", "UTF-16").getBytes(UTF_16), TODAY)).isEqualTo(read(ECB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "1", "\"x\"", "{", "{}", "rates", "{\"base\":\"USD\",\"asOf\":\"2026-07-28\"}",
        "{\"base\":\"USD\",\"rates\":{\"CAD\":1.37}}",
        "{\"base\":\"USD\",\"asOf\":\"28.07.2026\",\"rates\":{\"CAD\":1.37}}",
        "{\"base\":\"USD\",\"asOf\":20260728,\"rates\":{\"CAD\":1.37}}",
        "{\"base\":\"USD\",\"asOf\":\"2026-07-30\",\"rates\":{\"CAD\":1.37}}",
        "{\"base\":\"USD\",\"timestamp\":1e99,\"rates\":{\"CAD\":1.37}}",
        "{\"base\":\"USD\",\"timestamp\":99999999999999999,\"rates\":{\"CAD\":1.37}}",
        "{\"base\":1,\"asOf\":\"2026-07-28\",\"rates\":{\"CAD\":1.37}}",
        "{\"base\":\"XAU\",\"asOf\":\"2026-07-28\",\"rates\":{\"CAD\":1.37}}",
        "{\"base\":\"EUR\",\"asOf\":\"2026-07-28\",\"rates\":{\"CAD\":1.5}}",
        "{\"base\":\"USD\",\"asOf\":\"2026-07-28\",\"rates\":[1.37]}",
        "{\"base\":\"USD\",\"asOf\":\"2026-07-28\",\"rates\":{\"XAU\":1.37}}",
        "{\"base\":\"USD\",\"asOf\":\"2026-07-28\",\"rates\":{\"CAD\":null}}",
        "{\"base\":\"USD\",\"asOf\":\"2026-07-28\",\"rates\":{\"CAD\":NaN}}",
        "{\"base\":\"USD\",\"asOf\":\"2026-07-28\",\"rates\":{\"CAD\":{\"rate\":1.37}}}",
        "{\"base\":\"USD\",\"asOf\":\"2026-07-28\",\"rates\":{\"EUR\":0.9,\"CAD\":-1.37}}",
        "{\"base\":\"USD\",\"asOf\":\"2026-07-28\",\"rates\":{\"CAD\":1.37,\"CAD\":1.38}}",
        "{\"base\":\"USD\",\"asOf\":\"2026-07-28\",\"rates\":{\"CAD\":1.37}} more"})
    void jsonThatCannotBeIsRefusedAsAWhole(String json) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> read(json)).satisfies(RateFileTest::saysWhy);
    }

    @Test
    void aHistoryHasAllItsDaysTheOldestFirst() {
        String days = "<E><Cube time='2026-07-28'><Cube currency='USD' rate='1.1'/><Cube currency='CAD' rate='1.65'/></Cube>"
                + "<Cube time='2026-07-27'><Cube currency='USD' rate='1.25'/><Cube currency='CAD' rate='1.25'/></Cube></E>";
        List<RateFile> history = RateFile.history(days.getBytes(UTF_8), TODAY);
        assertThat(history).extracting(file -> file.rates().asOf()).containsExactly(LocalDate.of(2026, 7, 27),
                LocalDate.of(2026, 7, 28));
        assertThat(per(history.get(0), "cad")).isEqualByComparingTo("1");
        assertThat(per(history.get(1), "cad")).isEqualByComparingTo("1.5");
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> RateFile.history("{\"base\": \"USD\"}".getBytes(UTF_8), TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>Not found</body></html>", "<Cube>", "<Cube/>", "<Cube time='yesterday'/>",
        "<Cube time='2026-07-28'/>", "<Cube time='2026-07-30'><Cube currency='USD' rate='1.1'/></Cube>",
        "<Cube time='2026-07-28'><Cube currency='JPY' rate='165'/></Cube>",
        "<Cube time='2026-07-28'><Cube currency='USD'/></Cube>",
        "<Cube time='2026-07-28'><Cube currency='USD' rate='0'/></Cube>",
        "<Cube time='2026-07-28'><Cube currency='USD' rate='1.1'/><Cube currency='USD' rate='1.2'/></Cube>",
        "<Cube time='2026-07-28'><Cube currency='USD' rate='1,1'/></Cube>"})
    void xmlThatCannotBeIsRefusedAsAWhole(String xml) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> read(xml)).satisfies(RateFileTest::saysWhy);
    }

    @Test
    void xmlReadsNoOtherFileAndExpandsNothing(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "1.1");
        for (String type : new String[] {
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">",
            "<!DOCTYPE x [<!ENTITY a \"1\"><!ENTITY e \"&a;&a;&a;\">]>"}) {
            for (String inside : new String[] {"", "&e;"}) {
                assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> read(type
                        + "<Cube time='2026-07-28'><Cube currency='USD' rate='1.1'/>" + inside + "</Cube>"))
                        .satisfies(RateFileTest::saysWhy);
            }
        }
    }

    @Test
    void aFileIsNotLongerThanAMebibyte() {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> RateFile.read(new byte[RateFile.BYTES_MAX + 1], TODAY)).withMessageContaining("longer");
    }

    @Test
    void theBundledFileHasEveryCurrencyAndNothingElse() {
        RateFile bundled = RateFeeds.bundled();
        assertThat(bundled.leftOut()).isEmpty();
        Set<String> codes = new HashSet<>(bundled.rates().quotes().keySet());
        codes.add("usd");
        for (char a = 'a'; a <= 'z'; a++) {
            for (char b = 'a'; b <= 'z'; b++) {
                for (char c = 'a'; c <= 'z'; c++) {
                    String code = "" + a + b + c;
                    assertThat(Currencies.known(code)).as(code).isEqualTo(codes.contains(code));
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(150);
        assertThat(bundled.rates().asOf()).isAfter("2026-01-01");
        assertThat(per(bundled, "eur")).isBetween(new BigDecimal("0.5"), new BigDecimal("1.5"));
        assertThat(per(bundled, "jpy")).isBetween(new BigDecimal("70"), new BigDecimal("300"));
        assertThat(per(bundled, "kwd")).isBetween(new BigDecimal("0.25"), new BigDecimal("0.4"));
    }

    private static void saysWhy(RequestRefused refused) {
        assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n", "org.conversions", "Exception");
    }

    private static BigDecimal per(RateFile file, String currency) {
        return file.rates().quotes().get(currency).perDollar();
    }

    private static RateFile read(String text) {
        return RateFile.read(text.getBytes(UTF_8), TODAY);
    }
}
