package org.conversions.payout.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Writes a statement as a PDF for printing and filing: A4, one embedded font that has the letters of Europe, as many pages as its
 * lines need. The same statement gives the same pages whenever it is asked for. Pure.
 */
public final class StatementPdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    /** In points, as everything here. A4 is 595 wide and 842 high. */
    private static final int LEFT = 56;
    private static final int RIGHT = 595 - LEFT;
    private static final int TOP = 842 - 64;
    private static final int BOTTOM = 72;
    private static final int SMALL = 8;
    private static final int NORMAL = 10;
    private static final int LARGE = 16;
    private static final int LEADING = 14;
    private static final int UNITS_PER_POINT = 1_000;
    private static final char UNKNOWN = '?';

    private final StatementView statement;
    private final StatementText text;
    private final PDDocument document;
    private final PDFont font;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream page;
    private int y;

    private StatementPdf(StatementView statement, PDDocument document, PDFont font) {
        this.statement = statement;
        this.text = new StatementText(statement.language());
        this.document = document;
        this.font = font;
    }

    public static byte[] of(StatementView statement) {
        try (PDDocument document = new PDDocument(); InputStream letters = PDDocument.class.getResourceAsStream(FONT)) {
            new StatementPdf(statement, document, PDType0Font.load(document, letters, true)).write();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("A statement cannot be written in memory", e);
        }
    }

    private void write() throws IOException {
        describe();
        turn();
        show(LEFT, LARGE, text.title(statement.kind()));
        y -= 2 * LEADING;
        facts();
        parties();
        table();
        y -= LEADING;
        room(3);
        for (String line : wrapped(text.note(), SMALL, RIGHT - LEFT)) {
            show(LEFT, SMALL, line);
            y -= LEADING;
        }
        page.close();
        numberPages();
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
        y -= LEADING;
    }

    private void fact(String name, String value) throws IOException {
        show(LEFT, NORMAL, name);
        show(LEFT + 90, NORMAL, value);
        y -= LEADING;
    }

    private void parties() throws IOException {
        int middle = (LEFT + RIGHT) / 2;
        List<String> payer = statement.payer() == null ? List.of() : lines(statement.payer());
        List<String> payee = lines(statement.payee());
        if (!payer.isEmpty()) {
            show(LEFT, SMALL, text.from());
        }
        show(middle, SMALL, text.to());
        y -= LEADING;
        for (int i = 0; i < Math.max(payer.size(), payee.size()); i++) {
            show(LEFT, NORMAL, i < payer.size() ? shortened(payer.get(i), middle - LEFT - 10) : "");
            show(middle, NORMAL, i < payee.size() ? shortened(payee.get(i), RIGHT - middle) : "");
            y -= LEADING;
        }
        y -= LEADING;
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
            List<String> parts = wrapped(line.description(), NORMAL, RIGHT - LEFT - 110);
            if (room(parts.size())) {
                head();
            }
            showRight(text.units(line.amount(), statement.currency()));
            for (String part : parts) {
                show(LEFT, NORMAL, part);
                y -= LEADING;
            }
        }
        rule();
        room(1);
        show(LEFT, NORMAL, text.total());
        showRight(text.units(statement.total(), statement.currency()));
        y -= LEADING;
    }

    private void head() throws IOException {
        show(LEFT, SMALL, text.description());
        String amount = text.amount(statement.currency());
        show(RIGHT - width(amount, SMALL), SMALL, amount);
        y -= 6;
        rule();
    }

    private void rule() throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo(LEFT, y);
        page.lineTo(RIGHT, y);
        page.stroke();
        y -= LEADING;
    }

    /** Turns the page when it has no room for so many lines. @return whether it did */
    private boolean room(int lines) throws IOException {
        boolean full = y - lines * LEADING < BOTTOM;
        if (full) {
            turn();
        }
        return full;
    }

    private void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        pages.add(next);
        page = new PDPageContentStream(document, next);
        y = TOP;
    }

    private void numberPages() throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            try (PDPageContentStream foot = new PDPageContentStream(document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true)) {
                page = foot;
                y = BOTTOM - 2 * LEADING;
                show(LEFT, SMALL, statement.number());
                String number = text.page(i + 1, pages.size());
                show(RIGHT - width(number, SMALL), SMALL, number);
            }
        }
    }

    private void showRight(String line) throws IOException {
        show(RIGHT - width(line, NORMAL), NORMAL, line);
    }

    private void show(int x, int size, String line) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(known(line));
        page.endText();
    }

    /** @return as many points as it takes at most */
    private int width(String line, int size) throws IOException {
        return Math.round(font.getStringWidth(known(line)) * size) / UNITS_PER_POINT + 1;
    }

    private String shortened(String line, int width) throws IOException {
        return wrapped(line, NORMAL, width).get(0);
    }

    /** @return the text in lines that are as wide as there is room; a word that is wider is cut */
    private List<String> wrapped(String whole, int size, int width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : whole.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                longer = word;
            }
            line.setLength(0);
            line.append(longer);
            while (width(line.toString(), size) > width) {
                line.setLength(line.length() - 1);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** @return the text with a question mark for each letter that the font does not have */
    private String known(String line) {
        StringBuilder letters = new StringBuilder();
        line.codePoints().forEach(letter -> letters.append(has(letter) ? Character.toString(letter) : String.valueOf(UNKNOWN)));
        return letters.toString();
    }

    private boolean has(int letter) {
        try {
            return font.encode(Character.toString(letter)).length > 0;
        } catch (IllegalArgumentException | IOException e) {
            return false; // that is how a font says so
        }
    }
}
