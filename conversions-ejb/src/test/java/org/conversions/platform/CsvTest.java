package org.conversions.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void rowsEndAsTheStandardSays() {
        assertThat(new Csv().row(List.of("a", 1, new BigDecimal("1E+3"))).row(Arrays.asList(null, "", "ä")))
                .hasToString("a,1,1000\r\n,,ä\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\u0000=1", "＝1", "＋1", "－1", "＠a",
        "=HYPERLINK(\"http://example.com\",\"a\")"})
    void aFormulaBecomesText(String cell) {
        String line = new Csv().row(List.of(cell)).toString();
        assertThat(line).matches("(?s)\"?'.*\r\n");
        assertThat(read(line)).containsExactly(List.of("'" + cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "a=b", "1-2", " =1", "'=1", "ann@example.com", "1"})
    void whatIsNoneStays(String cell) {
        assertThat(new Csv().row(List.of(cell))).hasToString(cell + "\r\n");
    }

    @Test
    void aNumberBelowZeroIsNoFormula() {
        assertThat(new Csv().row(List.of(-5L, new BigDecimal("-1.50")))).hasToString("-5,-1.50\r\n");
    }

    @Property
    void everyTextComesBackAndNoCellBeginsAFormula(@ForAll @Size(min = 1, max = 4) List<@Size(min = 1, max = 4) List<String>> rows) {
        Csv csv = new Csv();
        rows.forEach(csv::row);
        List<List<String>> read = read(new String(csv.bytes(), StandardCharsets.UTF_8));
        List<List<String>> written = rows.stream().map(row -> row.stream()
                .map(cell -> new String(((Csv.looksLikeFormula(cell) ? "'" : "") + cell).getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8)).toList()).toList();
        assertThat(read).isEqualTo(written);
        assertThat(read).allSatisfy(row -> assertThat(row).noneMatch(Csv::looksLikeFormula));
    }

    /** A reader by the standard, as small as one can be. */
    private static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                boolean literal = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (literal) {
                    cell.append(letter);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (letter == ',' || letter == '\r')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (letter == '\r') {
                    rows.add(row);
                    row = new ArrayList<>();
                    i++;
                }
            } else {
                cell.append(letter);
            }
        }
        return rows;
    }
}
