package org.conversions.payout.statement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Pages of lines in one font, written from the top down. Sizes are in points, of which A4 is 595 wide and 842 high. */
final class PdfPages {

    static final int LEFT = 56;
    static final int RIGHT = 595 - LEFT;
    static final int SMALL = 8;
    static final int NORMAL = 10;
    static final int LARGE = 16;

    private static final int TOP = 842 - 64;
    private static final int BOTTOM = 72;
    private static final int LEADING = 14;
    private static final int UNITS_PER_POINT = 1_000;
    private static final char UNKNOWN = '?';

    private final PDDocument document;
    private final PDFont font;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream page;
    private int y;

    /** Begins the first page. */
    PdfPages(PDDocument document, PDFont font) throws IOException {
        this.document = document;
        this.font = font;
        turn();
    }

    /** Goes on with the next line. */
    void next() {
        down(LEADING);
    }

    void down(int points) {
        y -= points;
    }

    void rule() throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo(LEFT, y);
        page.lineTo(RIGHT, y);
        page.stroke();
        next();
    }

    /** Begins another page when this one has no room for so many lines. @return whether it did */
    boolean room(int lines) throws IOException {
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

    /**
     * Ends the last page, and writes below each of them.
     *
     * @param number says which page of how many it is
     */
    void end(String left, BiFunction<Integer, Integer, String> number) throws IOException {
        page.close();
        for (int i = 0; i < pages.size(); i++) {
            try (PDPageContentStream foot = new PDPageContentStream(document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true)) {
                page = foot;
                y = BOTTOM - 2 * LEADING;
                show(LEFT, SMALL, left);
                showRight(SMALL, number.apply(i + 1, pages.size()));
            }
        }
    }

    /** Writes a line that ends at the right margin. */
    void showRight(int size, String line) throws IOException {
        show(RIGHT - width(line, size), size, line);
    }

    void show(int x, int size, String line) throws IOException {
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

    String shortened(String line, int width) throws IOException {
        return wrapped(line, NORMAL, width).get(0);
    }

    /** @return the text in lines that are as wide as there is room; a word that is wider is cut */
    List<String> wrapped(String whole, int size, int width) throws IOException {
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
