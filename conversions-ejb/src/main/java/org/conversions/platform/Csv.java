package org.conversions.platform;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a table as comma-separated values (RFC 4180, UTF-8). A text that a spreadsheet would take for a formula is written
 * with an apostrophe before it; numbers are written as they are. Pure.
 */
public final class Csv {

    /** What formulas begin with; the wide forms count for spreadsheets that are set to Japanese or Chinese. */
    private static final String FORMULA_STARTS = "=+-@\uff1d\uff0b\uff0d\uff20";

    private final StringBuilder text = new StringBuilder();

    /** Adds a row. @param cells texts, numbers, or null for an empty cell @return this */
    public Csv row(List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(shown(cells.get(i))));
        }
        text.append("\r\n");
        return this;
    }

    /** @return whether a spreadsheet would take the text for a formula, or for part of one */
    public static boolean looksLikeFormula(String cell) {
        return !cell.isEmpty() && (FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 || Character.isISOControl(cell.charAt(0)));
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String shown(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String shown = cell.toString();
        return !(cell instanceof Number) && looksLikeFormula(shown) ? "'" + shown : shown;
    }

    private static String quoted(String cell) {
        return cell.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\r' || letter == '\n') ? cell
                : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
