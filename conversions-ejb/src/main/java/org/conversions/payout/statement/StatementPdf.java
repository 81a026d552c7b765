package org.conversions.payout.statement;

import static org.conversions.payout.statement.PdfPages.LARGE;
import static org.conversions.payout.statement.PdfPages.LEFT;
import static org.conversions.payout.statement.PdfPages.NORMAL;
import static org.conversions.payout.statement.PdfPages.RIGHT;
import static org.conversions.payout.statement.PdfPages.SMALL;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Writes a statement as a PDF for printing and filing: A4, one embedded font that has the letters of Europe, as many pages as its
 * lines need. The same statement gives the same pages whenever it is asked for. Pure.
 */
public final class StatementPdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final StatementView statement;
    private final StatementText text;
    private final PDDocument document;
    private final PdfPages pages;

    private StatementPdf(StatementView statement, PDDocument document, PdfPages pages) {
        this.statement = statement;
        this.text = new StatementText(statement.language());
        this.document = document;
        this.pages = pages;
    }

    public static byte[] of(StatementView statement) {
        try (PDDocument document = new PDDocument(); InputStream letters = PDDocument.class.getResourceAsStream(FONT)) {
            new StatementPdf(statement, document, new PdfPages(document, PDType0Font.load(document, letters, true))).write();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("A statement cannot be written in memory", e);
        }
    }

    private void write() throws IOException {
        describe();
        pages.show(LEFT, LARGE, text.title(statement.kind()));
        pages.next();
        pages.next();
        facts();
        parties();
        table();
        pages.next();
        pages.room(3);
        for (String line : pages.wrapped(text.note(), SMALL, RIGHT - LEFT)) {
            pages.show(LEFT, SMALL, line);
            pages.next();
        }
        pages.end(statement.number(), text::page);
    }

    private void describe() {
        document.getDocumentInformation().setTitle(text.title(statement.kind()) + " " + statement.number());
        document.getDocumentInformation().setCreator("Conversions");
        document.getDocumentInformation().getCOSObject().setString(COSName.CREATION_DATE, "D:" + DateTimeFormatter
                .ofPattern("uuuuMMddHHmmss'Z'").format(statement.issuedAt().atOffset(ZoneOffset.UTC)));
        document.getDocumentCatalog().setLanguage(statement.language().text());
        // Makes the file's own id from the statement's instead of from the clock.
        document.setDocumentId((long) statement.id().hashCode());
    }

    private void facts() throws IOException {
        fact(text.number(), statement.number());
        fact(text.issued(), text.day(statement.issuedAt()));
        fact(text.period(), text.day(statement.periodStart()) + " – " + text.day(statement.periodEnd()));
        fact(text.payout(), statement.payoutId());
        pages.next();
    }

    private void fact(String name, String value) throws IOException {
        pages.show(LEFT, NORMAL, name);
        pages.show(LEFT + 90, NORMAL, value);
        pages.next();
    }

    private void parties() throws IOException {
        int middle = (LEFT + RIGHT) / 2;
        List<String> payer = statement.payer() == null ? List.of() : lines(statement.payer());
        List<String> payee = lines(statement.payee());
        if (!payer.isEmpty()) {
            pages.show(LEFT, SMALL, text.from());
        }
        pages.show(middle, SMALL, text.to());
        pages.next();
        for (int i = 0; i < Math.max(payer.size(), payee.size()); i++) {
            pages.show(LEFT, NORMAL, i < payer.size() ? pages.shortened(payer.get(i), middle - LEFT - 10) : "");
            pages.show(middle, NORMAL, i < payee.size() ? pages.shortened(payee.get(i), RIGHT - middle) : "");
            pages.next();
        }
        pages.next();
    }

    private List<String> lines(Party party) {
        List<String> lines = new ArrayList<>(List.of(party.name()));
        lines.addAll(List.of(text.lines(party.address())));
        if (party.email() != null) {
            lines.add(party.email());
        }
        return lines;
    }

    private void table() throws IOException {
        head();
        for (StatementLine line : statement.lines()) {
            List<String> parts = pages.wrapped(line.description(), NORMAL, RIGHT - LEFT - 110);
            if (pages.room(parts.size())) {
                head();
            }
            pages.showRight(NORMAL, text.units(line.amount(), statement.currency()));
            for (String part : parts) {
                pages.show(LEFT, NORMAL, part);
                pages.next();
            }
        }
        pages.rule();
        pages.room(1);
        pages.show(LEFT, NORMAL, text.total());
        pages.showRight(NORMAL, text.units(statement.total(), statement.currency()));
        pages.next();
    }

    private void head() throws IOException {
        pages.show(LEFT, SMALL, text.description());
        pages.showRight(SMALL, text.amount(statement.currency()));
        pages.down(6);
        pages.rule();
    }
}
