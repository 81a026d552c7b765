package org.conversions.payout.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.conversions.money.Money;
import org.conversions.payout.profile.Bic;
import org.conversions.payout.profile.Iban;
import org.conversions.payout.profile.Payer;
import org.conversions.payout.profile.PayoutAccount;
import org.conversions.payout.profile.PayoutMethod;
import org.conversions.payout.profile.PostalAddress;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PayoutFilesTest {

    private static final Schema SCHEMA = schema();
    private static final PostalAddress BERLIN = new PostalAddress("Straße des 17. Juni", "135", "10623", "Berlin", "DE");
    private static final Payer ACME = new Payer("Acme & Söhne GmbH", new Iban("DE89370400440532013000"), new Bic("COBADEFF"), BERLIN);
    private static final PayoutRow.Life LIFE = new PayoutRow.Life("batch_1", "processing", "external", "November", Instant.parse("2026-10-01T00:00:00Z"),
            Instant.parse("2026-10-31T23:59:59.999Z"), Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-21T08:00:00Z"), null);

    @Test
    void aTransferOfSepaIsWhatIsoAndBanksWant() {
        byte[] file = PayoutFiles.write(PayoutFormat.SEPA, order(ACME), List.of(
                row("po_1", bank("FR1420041010050500013M02606", null, "Zoë Łąka"), 12_34, "eur", "Affiliate commissions 10/2026"),
                row("po_2", paypal("b@example.com"), 500, "eur", "of PayPal"),
                row("po_3", bank("AT611904300234573201", "BKAUATWW", "Bob"), 1, "eur", "€"))).bytes();
        Document xml = valid(file);
        assertThat(texts(xml, "NbOfTxs")).containsExactly("2", "2");
        assertThat(texts(xml, "CtrlSum")).containsExactly("12.35", "12.35");
        assertThat(texts(xml, "MsgId")).containsExactly("batch-1");
        assertThat(texts(xml, "CreDtTm")).containsExactly("2026-11-30T10:15:30Z");
        assertThat(texts(xml, "Dt")).containsExactly("2026-12-01");
        assertThat(texts(xml, "EndToEndId")).containsExactly("po-1", "po-3");
        assertThat(texts(xml, "InstdAmt")).containsExactly("12.34", "0.01");
        assertThat(texts(xml, "IBAN")).containsExactly("DE89370400440532013000", "FR1420041010050500013M02606", "AT611904300234573201");
        assertThat(texts(xml, "BICFI")).containsExactly("COBADEFF", "BKAUATWW");
        assertThat(texts(xml, "Nm")).containsExactly("Acme + Sohne GmbH", "Acme + Sohne GmbH", "Zoe Laka", "Bob");
        assertThat(texts(xml, "StrtNm")).containsOnly("Strasse des 17. Juni");
        assertThat(texts(xml, "TwnNm")).containsOnly("Berlin");
        assertThat(texts(xml, "AdrLine")).isEmpty();
        assertThat(texts(xml, "Ustrd")).containsExactly("Affiliate commissions 10/2026", "E");
        assertThat(PayoutFiles.write(PayoutFormat.SEPA, order(new Payer("Acme", new Iban("DE89370400440532013000"), null, null)),
                List.of(row("po_1", bank("AT611904300234573201", null, "Bob"), 1, "eur", "x"))).bytes())
                .satisfies(PayoutFilesTest::valid).asString(StandardCharsets.UTF_8).contains("NOTPROVIDED");
    }

    @Property(tries = 200)
    void whateverNamesAndAmountsTheSchemaHoldsAndTheSumIsRight(@ForAll @Size(min = 1, max = 8) List<@From("rows") PayoutRow> rows) {
        List<PayoutRow> fit = rows.stream().filter(row -> PayoutFiles.problems(PayoutFormat.SEPA, List.of(row)).isEmpty()).toList();
        if (!fit.isEmpty()) {
            PayoutFile file = PayoutFiles.write(PayoutFormat.SEPA, order(ACME), fit);
            Document xml = valid(file.bytes());
            BigDecimal sum = fit.stream().map(row -> BigDecimal.valueOf(row.amount().minor(), 2)).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(texts(xml, "CtrlSum")).allSatisfy(text -> assertThat(new BigDecimal(text)).isEqualByComparingTo(sum));
            assertThat(texts(xml, "EndToEndId")).hasSize(fit.size());
        }
    }

    @Test
    void rowsThatSepaCannotPayAreNamedAndNothingIsWritten() {
        PayoutAccount unreadable = new PayoutAccount(PayoutMethod.BANK, new Iban("AT611904300234573201"), null, null, "李", BERLIN, null);
        List<PayoutRow> rows = List.of(row("po_1", null, 100, "eur", "x"),
                row("po_2", bank("AT611904300234573201", null, "Bob"), 100, "usd", "x"),
                row("po_3", bank("TR330006100519786457841326", null, "Can"), 100, "eur", "x"),
                row("po_4", bank("AT611904300234573201", null, "Max"), 0, "eur", "x"),
                row("po_5", bank("AT611904300234573201", null, "Max"), SepaFile.CENTS_MAX + 1, "eur", "x"),
                row("po_6", unreadable, 100, "eur", "x"),
                row("po_7", bank("AT611904300234573201", null, "Fine"), 100, "eur", "x"),
                row("po_8", paypal("a@example.com"), -1, "jpy", "not of this file"));
        assertThat(PayoutFiles.problems(PayoutFormat.SEPA, rows)).extracting(RowProblem::payoutId, RowProblem::reason).containsExactly(
                tuple("po_1", "profile_missing"), tuple("po_2", "currency_not_supported"), tuple("po_3", "iban_outside_sepa"),
                tuple("po_4", "amount_not_positive"), tuple("po_5", "amount_too_large"), tuple("po_6", "name_unreadable"));
        refused(PayoutFormat.SEPA, order(ACME), rows, "payout_rows_unusable",
                "Nothing was written. Partner po_1 (po_1) has no payout profile; Partner po_2 (po_2) is paid in usd, and SEPA transfers euros only; ");
        List<PayoutRow> many = IntStream.range(0, 30).mapToObj(i -> row("po_" + i, null, 1, "eur", "x")).toList();
        refused(PayoutFormat.SEPA, order(ACME), many, "payout_rows_unusable", "Nothing was written. ");
        assertThatThrownBy(() -> PayoutFiles.write(PayoutFormat.SEPA, order(ACME), many)).hasMessageEndingWith("; and 10 more.")
                .hasMessageNotContaining("po_20");
    }

    @Test
    void aFileNeedsRowsAndThatForTheBankAPayer() {
        List<PayoutRow> rows = List.of(row("po_1", bank("AT611904300234573201", null, "Bob"), 1, "eur", "x"));
        refused(PayoutFormat.SEPA, order(null), rows, "payer_missing", "The program has no payer");
        refused(PayoutFormat.SEPA, order(new Payer("Acme", null, null, null)), rows, "payer_missing", "The program has no payer");
        refused(PayoutFormat.SEPA, order(new Payer("Acme", new Iban("TR330006100519786457841326"), null, null)), rows, "payer_outside_sepa", "");
        refused(PayoutFormat.PAYPAL, order(ACME), rows, "payout_file_empty", "");
        assertThatThrownBy(() -> PayoutFormat.of("xls")).isInstanceOf(RequestRefused.class);
        assertThat(PayoutFormat.of("wise")).isEqualTo(PayoutFormat.WISE);
    }

    @Test
    void payPalGetsATableWithoutAHeader() {
        PayoutFile file = PayoutFiles.write(PayoutFormat.PAYPAL, order(ACME), List.of(
                row("po_1", paypal("ann@example.com"), 12_34, "usd", "Thanks, \"Ann\""), row("po_2", bank("AT611904300234573201", null, "Bob"), 5, "usd", "x"),
                row("po_3", paypal("bob@example.com"), 100_00, "usd", "=1+1")));
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).isEqualTo(
                "ann@example.com,12.34,USD,po_1,\"Thanks, \"\"Ann\"\"\",PAYPAL\r\nbob@example.com,100.00,USD,po_3,'=1+1,PAYPAL\r\n");
        assertThat(file.name()).isEqualTo("batch_1-paypal-usd.csv");
    }

    @ParameterizedTest
    @CsvSource({"jpy, 500, 500", "huf, 12300, 123", "twd, 100, 1", "eur, 5, 0.05"})
    void payPalCountsUnitsByCurrency(String currency, long minor, String shown) {
        PayoutFile file = PayoutFiles.write(PayoutFormat.PAYPAL, order(ACME), List.of(row("po_1", paypal("a@example.com"), minor, currency, "x")));
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).startsWith("a@example.com," + shown + ',');
    }

    @ParameterizedTest
    @CsvSource({"huf, 12301, a@example.com, amount_not_whole", "twd, 150, a@example.com, amount_not_whole",
        "inr, 100, a@example.com, currency_not_supported", "usd, 100, +a@example.com, email_unsafe", "usd, 0, a@example.com, amount_not_positive"})
    void payPalCannotPayAll(String currency, long minor, String email, String reason) {
        assertThat(PayoutFiles.problems(PayoutFormat.PAYPAL, List.of(row("po_1", paypal(email), minor, currency, "x"))))
                .extracting(RowProblem::reason).containsExactly(reason);
    }

    @Test
    void aFileOfPayPalHasFiveThousandRowsAndOneCurrency() throws IOException {
        List<PayoutRow> rows = new ArrayList<>(IntStream.range(0, 10_001)
                .mapToObj(i -> row("po_" + i, paypal("a" + i + "@example.com"), 100 + i, "usd", "x")).toList());
        rows.add(row("po_x", paypal("x@example.com"), 7, "jpy", "x"));
        PayoutFile zip = PayoutFiles.write(PayoutFormat.PAYPAL, order(ACME), rows);
        Map<String, List<String>> files = unzipped(zip);
        assertThat(zip.mediaType()).isEqualTo("application/zip");
        assertThat(files.keySet()).containsExactly("batch_1-paypal-jpy.csv", "batch_1-paypal-usd-1.csv", "batch_1-paypal-usd-2.csv",
                "batch_1-paypal-usd-3.csv");
        assertThat(files.values()).extracting(List::size).containsExactly(1, 5_000, 5_000, 1);
        assertThat(files.values().stream().flatMap(List::stream).map(line -> line.split(",")[3])).hasSize(10_002).doesNotHaveDuplicates();
        assertThat(PayoutFiles.write(PayoutFormat.PAYPAL, order(ACME), rows).bytes()).isEqualTo(zip.bytes());
        assertThat(PayoutFiles.write(PayoutFormat.PAYPAL, order(ACME), rows.subList(0, 5_000)).name()).isEqualTo("batch_1-paypal-usd.csv");
    }

    @Test
    void columnsForWiseAndOthersAreTheMerchants() {
        List<PayoutRow> rows = List.of(row("po_1", bank("GB29NWBK60161331926819", "NWBKGB2L", "=cmd|' /C calc'!A0"), 1_005, "gbp", "October"));
        assertThat(text(PayoutFormat.WISE, order(ACME), rows)).isEqualTo("name,recipientEmail,paymentReference,receiverType,amountCurrency,"
                + "amount,sourceCurrency,targetCurrency,IBAN\r\n'=cmd|' /C calc'!A0,po_1@example.com,October,PERSON,target,10.05,GBP,GBP,"
                + "GB29NWBK60161331926819\r\n");
        List<FileColumn> own = FileColumn.checked(List.of(new FileColumn.Draft("Betrag", "amount", null), new FileColumn.Draft("Ort", "city", null),
                new FileColumn.Draft("Art", null, "SEPA"), new FileColumn.Draft("Mandant", "tenantId", null)));
        assertThat(text(PayoutFormat.WISE, new FileOrder("batch_1", Instant.EPOCH, LocalDate.EPOCH, null, own, true), rows))
                .isEqualTo("Betrag,Ort,Art,Mandant\r\n\"10,05\",Berlin,SEPA,\r\n");
        assertThat(FileColumn.checked(null)).isEqualTo(FileColumn.USUAL).isEqualTo(FileColumn.checked(List.of()));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-, amount, -, field_length_invalid", "A, -, -, field_missing", "A, amount, x, field_missing",
        "A, wealth, -, field_value_unknown", "A, -, ' ', field_length_invalid"})
    void aColumnThatCannotBeIsRefused(String header, String field, String value, String reason) {
        assertThatThrownBy(() -> FileColumn.checked(List.of(new FileColumn.Draft(header, field, value))))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThatThrownBy(() -> FileColumn.checked(List.of(new FileColumn.Draft("A", "amount", null), new FileColumn.Draft("A", "amount", null))))
                .isInstanceOf(RequestRefused.class).hasMessageContaining("twice");
    }

    @Test
    void aSpreadsheetGetsEverything() {
        assertThat(text(PayoutFormat.CSV, order(null), List.of(row("po_1", null, -5, "jpy", "x"), row("po_2", paypal("a@example.com"), 12_34, "eur", "x"))))
                .isEqualTo("id,invoiceId,amount,currency,status,description,periodStart,periodEnd,createdAt,initiatedAt,paidAt,mode,method,"
                        + "partnerId,partnerName,partnerEmail,partnerCountry\r\n"
                        + "po_1,batch_1,-5,jpy,processing,November,2026-10-01T00:00:00.000Z,2026-10-31T23:59:59.999Z,2026-11-20T08:00:00.000Z,"
                        + "2026-11-21T08:00:00.000Z,,external,,pn_po_1,Partner po_1,po_1@example.com,DE\r\n"
                        + "po_2,batch_1,1234,eur,processing,November,2026-10-01T00:00:00.000Z,2026-10-31T23:59:59.999Z,2026-11-20T08:00:00.000Z,"
                        + "2026-11-21T08:00:00.000Z,,external,paypal,pn_po_2,Partner po_2,po_2@example.com,DE\r\n");
    }

    @Provide
    Arbitrary<PayoutRow> rows() {
        Arbitrary<String> texts = Arbitraries.strings().ofMinLength(1).ofMaxLength(90);
        return Combinators.combine(texts, texts, texts, Arbitraries.longs().between(1, SepaFile.CENTS_MAX), Arbitraries.integers().between(1, 1_000_000))
                .as((name, city, reference, amount, id) -> row("po_" + id, new PayoutAccount(PayoutMethod.BANK, new Iban("AT611904300234573201"),
                        null, null, name, new PostalAddress(reference, name, city, city, "AT"), null), amount, "eur", reference));
    }

    private static PayoutAccount bank(String iban, String bic, String name) {
        return new PayoutAccount(PayoutMethod.BANK, new Iban(iban), bic == null ? null : new Bic(bic), null, name, BERLIN, null);
    }

    private static PayoutAccount paypal(String email) {
        return new PayoutAccount(PayoutMethod.PAYPAL, null, null, email, null, null, null);
    }

    private static PayoutRow row(String id, PayoutAccount account, long minor, String currency, String reference) {
        return new PayoutRow(id, new Payee("pn_" + id, "Partner " + id, id + "@example.com", null, "DE", account), new Money(minor, currency),
                reference, LIFE);
    }

    private static FileOrder order(Payer payer) {
        return new FileOrder("batch_1", Instant.parse("2026-11-30T10:15:30.123Z"), LocalDate.parse("2026-12-01"), payer, FileColumn.USUAL, false);
    }

    private static String text(PayoutFormat format, FileOrder order, List<PayoutRow> rows) {
        return new String(PayoutFiles.write(format, order, rows).bytes(), StandardCharsets.UTF_8);
    }

    private static void refused(PayoutFormat format, FileOrder order, List<PayoutRow> rows, String reason, String message) {
        assertThatThrownBy(() -> PayoutFiles.write(format, order, rows)).isInstanceOfSatisfying(RequestRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason)).hasMessageStartingWith(message);
    }

    private static Map<String, List<String>> unzipped(PayoutFile file) throws IOException {
        Map<String, List<String>> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
            }
        }
        return files;
    }

    private static Document valid(byte[] file) {
        try {
            SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(file)));
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
        } catch (Exception e) {
            throw new AssertionError(new String(file, StandardCharsets.UTF_8), e);
        }
    }

    private static List<String> texts(Document xml, String element) {
        NodeList found = xml.getElementsByTagNameNS("*", element);
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent()).toList();
    }

    private static Schema schema() {
        try (var file = PayoutFilesTest.class.getResourceAsStream("/pain.001.001.09.xsd")) {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new StringReader(new String(file.readAllBytes(), StandardCharsets.UTF_8))));
        } catch (Exception e) {
            throw new IllegalStateException("ISO's schema cannot be read", e);
        }
    }
}
