package org.conversions.payout.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.conversions.commission.PayoutSums;
import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.payout.profile.PostalAddress;
import org.conversions.platform.id.PartnerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

    private static final StatementText ENGLISH = new StatementText(PartnerLanguage.EN);
    private static final StatementText GERMAN = new StatementText(PartnerLanguage.DE);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final PostalAddress BERLIN = new PostalAddress("Unter den Linden", "1", "10117", "Berlin", "DE");

    @Test
    void whatWasEarnedIsAStatementAndWhatWasTakenBackACreditNote() {
        List<StatementDraft> drafts = StatementDraft.ofPaid(paid(sum("sale", OCTOBER, 12_00, 3, 2_00, 1),
                sum("lead", OCTOBER, 5_00, 1, 0, 0), sum("sale", OCTOBER.minusMonths(1), 0, 0, 1_00, 2)), ENGLISH);
        assertThat(drafts).extracting(StatementDraft::cause, StatementDraft::total, StatementDraft::periodStart, StatementDraft::periodEnd)
                .containsExactly(tuple(StatementCause.EARNED, 17_00L, Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-10-31T23:59:59.999Z")),
                        tuple(StatementCause.TAKEN_BACK, -3_00L, Instant.parse("2026-09-01T00:00:00Z"), Instant.parse("2026-10-31T23:59:59.999Z")));
        assertThat(drafts.get(0).lines()).containsExactly(new StatementLine("Commissions for leads, October 2026 (1)", 5_00),
                new StatementLine("Commissions for sales, October 2026 (3)", 12_00));
        assertThat(drafts.get(1).lines()).containsExactly(new StatementLine("Taken back: Commissions for sales, September 2026 (2)", -1_00),
                new StatementLine("Taken back: Commissions for sales, October 2026 (1)", -2_00));
    }

    @Test
    void aPayoutOfNothingNeedsNone() {
        assertThat(StatementDraft.ofPaid(paid(), ENGLISH)).isEmpty();
        assertThat(StatementDraft.ofPaid(paid(sum("sale", OCTOBER, 0, 0, 0, 0)), ENGLISH)).isEmpty();
        assertThat(StatementDraft.ofReturned(List.of(), ENGLISH)).isEmpty();
    }

    @Test
    void aPayoutThatCameBackCancelsWhatWasWritten() {
        Optional<StatementDraft> draft = StatementDraft.ofReturned(List.of(view("PS-000007", 17_00, PartnerLanguage.DE), view("PS-000008", -3_00, PartnerLanguage.DE)), GERMAN);
        assertThat(draft).map(StatementDraft::total).contains(-14_00L);
        assertThat(draft.orElseThrow().lines()).containsExactly(new StatementLine("Storniert PS-000007", -17_00), new StatementLine("Storniert PS-000008", 3_00));
    }

    @Property
    void whatIsPaidIsTheSumOfBothAndLinesAddUp(@ForAll @Size(max = 20) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> amounts,
                                               @ForAll @IntRange(min = 0, max = 30) int months) {
        List<PayoutSums.Sum> sums = new ArrayList<>();
        for (int i = 0; i + 1 < amounts.size(); i += 2) {
            sums.add(sum(i % 3 == 0 ? "sale" : "lead", OCTOBER.minusMonths(i % (months + 1)), amounts.get(i), 1, amounts.get(i + 1), 1));
        }
        List<StatementDraft> drafts = StatementDraft.ofPaid(paid(sums.toArray(PayoutSums.Sum[]::new)), GERMAN);
        assertThat(drafts.stream().mapToLong(StatementDraft::total).sum()).isEqualTo(sums.stream().mapToLong(sum -> sum.earned() - sum.takenBack()).sum());
        assertThat(drafts).allSatisfy(draft -> {
            assertThat(draft.lines().stream().mapToLong(StatementLine::amount).sum()).isEqualTo(draft.total());
            assertThat(draft.lines()).allMatch(line -> draft.cause() == StatementCause.EARNED ? line.amount() > 0 : line.amount() < 0);
            assertThat(draft.periodStart()).isBefore(draft.periodEnd());
        });
    }

    @ParameterizedTest
    @CsvSource({"EN, 123456789, eur, '1,234,567.89'", "DE, 123456789, eur, '1.234.567,89'", "EN, 5, jpy, 5", "DE, -1005, usd, '-10,05'",
        "EN, 1234, kwd, 1.234", "DE, 1234567, kwd, '1.234,567'", "EN, 0, eur, 0.00"})
    void amountsHaveTheMarksOfTheLanguageAndTheDigitsOfTheCurrency(PartnerLanguage language, long minor, String currency, String shown) {
        assertThat(new StatementText(language).units(minor, currency)).isEqualTo(shown);
    }

    @Test
    void addressesAreWrittenAsTheirCountriesDo() {
        assertThat(GERMAN.lines(BERLIN)).containsExactly("Unter den Linden 1", "10117 Berlin", "Deutschland");
        assertThat(ENGLISH.lines(new PostalAddress("Baker Street", "221b", null, "London", "GB"))).containsExactly("221b Baker Street", "London", "United Kingdom");
        assertThat(ENGLISH.lines(new PostalAddress(null, null, null, "Wien", "AT"))).containsExactly("Wien", "Austria");
        assertThat(ENGLISH.lines(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"EN|Self-billing statement|Number PS-000007|Period 1 Oct 2026 – 31 Oct 2026|Total 17.00|Page 1 of 1",
        "DE|Gutschrift (Abrechnung durch den Leistungsempfänger)|Nummer PS-000007|Zeitraum 01.10.2026 – 31.10.2026|Summe 17,00|Seite 1 von 1"})
    void aPdfSaysItAllInThePartnersLanguage(PartnerLanguage language, String title, String number, String period, String total, String page) throws IOException {
        byte[] pdf = StatementPdf.of(view("PS-000007", 17_00, language));
        assertThat(text(pdf)).contains(title, number, period, total, page, "Acme & Söhne GmbH", "Zoë Łąka Ψ Щ ?", "zoe@example.com", "po_1", "(EUR)",
                "Unter den Linden 1");
        assertThat(StatementPdf.of(view("PS-000007", 17_00, language))).isEqualTo(pdf);
    }

    @Test
    void aPdfHasAsManyPagesAsItsLinesNeed() throws IOException {
        List<StatementLine> lines = IntStream.range(0, 200).mapToObj(i -> new StatementLine("Line " + i + (i == 7 ? " long".repeat(60) : ""), i)).toList();
        StatementView small = view("PS-000001", 1, PartnerLanguage.EN);
        byte[] pdf = StatementPdf.of(new StatementView(small.id(), small.number(), StatementKind.CREDIT_NOTE, small.partnerId(), small.payoutId(), "jpy",
                PartnerLanguage.EN, null, new Party("W".repeat(300), null, null), small.periodStart(), small.periodEnd(), small.issuedAt(), lines, 19_900));
        String text = text(pdf);
        assertThat(IntStream.range(0, 200)).allSatisfy(i -> assertThat(text).containsPattern("Line " + i + "\\b"));
        assertThat(text).contains("Page 1 of 5", "Page 5 of 5", "Total 19,900", "Credit note");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(5);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Credit note to self-billing PS-000001");
        }
    }

    @Test
    void aTableHasARowForEachLineAndNoFormula() {
        StatementView view = view("PS-000007", 17_00, PartnerLanguage.EN);
        StatementView odd = new StatementView(view.id(), view.number(), view.kind(), view.partnerId(), view.payoutId(), view.currency(), view.language(),
                view.payer(), new Party("=1+1", null, "a@example.com"), view.periodStart(), view.periodEnd(), view.issuedAt(), view.lines(), view.total());
        assertThat(new String(StatementCsv.of(odd), StandardCharsets.UTF_8)).isEqualTo(
                "id,number,kind,issuedAt,partnerId,partnerName,partnerEmail,payoutId,periodStart,periodEnd,currency,description,amount,total\r\n"
                + "st_1,PS-000007,statement,2026-11-30T10:00:00.000Z,pn_1,'=1+1,a@example.com,po_1,2026-10-01T00:00:00.000Z,2026-10-31T23:59:59.999Z,eur,"
                + "\"Commissions, all\",1700,1700\r\n");
    }

    @Test
    void numbersAreReadAndSortedEasily() {
        assertThat(StoredStatement.text(1)).isEqualTo("PS-000001");
        assertThat(StoredStatement.text(1_234_567)).isEqualTo("PS-1234567");
    }

    private static PaidPayout paid(PayoutSums.Sum... sums) {
        return new PaidPayout("po_1", new PartnerId("pn_1"), "eur", List.of(sums));
    }

    private static PayoutSums.Sum sum(String type, YearMonth month, long earned, int earnings, long takenBack, int takings) {
        return new PayoutSums.Sum("po_1", new PartnerId("pn_1"), "eur", type, month, earned, earnings, takenBack, takings);
    }

    private static StatementView view(String number, long total, PartnerLanguage language) {
        return new StatementView("st_1", number, total < 0 ? StatementKind.CREDIT_NOTE : StatementKind.STATEMENT, new PartnerId("pn_1"), "po_1", "eur", language,
                new Party("Acme & Söhne GmbH", BERLIN, null), new Party("Zoë Łąka Ψ Щ 李", null, "zoe@example.com"), Months.start(OCTOBER), Months.end(OCTOBER),
                Instant.parse("2026-11-30T10:00:00Z"), List.of(new StatementLine("Commissions, all", total)), total);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }
}
