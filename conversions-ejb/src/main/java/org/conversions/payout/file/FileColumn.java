package org.conversions.payout.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/**
 * A column of the files for Wise and others: a fact of the payout, or the same text in every row.
 *
 * @param header the column's name in the first line
 * @param field  null when it has the same text in every row
 * @param value  that text; null when there is a field
 */
public record FileColumn(String header, FileField field, String value) {

    /** The columns of a batch of Wise, until the program names others. */
    public static final List<FileColumn> USUAL = List.of(
            new FileColumn("name", FileField.NAME, null), new FileColumn("recipientEmail", FileField.EMAIL, null),
            new FileColumn("paymentReference", FileField.REFERENCE, null), new FileColumn("receiverType", null, "PERSON"),
            new FileColumn("amountCurrency", null, "target"), new FileColumn("amount", FileField.AMOUNT, null),
            new FileColumn("sourceCurrency", FileField.CURRENCY, null), new FileColumn("targetCurrency", FileField.CURRENCY, null),
            new FileColumn("IBAN", FileField.IBAN, null));

    private static final int COLUMNS_MAX = 40;
    private static final int TEXT_MAX = 100;

    /** Texts as the merchant gives them; any of them may be null. */
    public record Draft(String header, String field, String value) {
    }

    /**
     * @param drafts null or empty for the usual ones
     * @return the columns
     * @throws RequestRefused unprocessable, naming the field
     */
    public static List<FileColumn> checked(List<Draft> drafts) {
        if (drafts == null || drafts.isEmpty()) {
            return USUAL;
        }
        if (drafts.size() > COLUMNS_MAX) {
            throw RequestRefused.unprocessable("field_too_many", "payoutColumns: must be at most " + COLUMNS_MAX);
        }
        List<FileColumn> columns = new ArrayList<>();
        Set<String> headers = new HashSet<>();
        for (Draft draft : drafts) {
            if (draft == null) {
                throw RequestRefused.unprocessable("field_malformed", "payoutColumns: must be objects");
            }
            String header = text("header", draft.header());
            if (!headers.add(header)) {
                throw RequestRefused.unprocessable("field_duplicate", "payoutColumns.header: " + header + " is named twice");
            }
            columns.add(column(header, draft));
        }
        return List.copyOf(columns);
    }

    private static FileColumn column(String header, Draft draft) {
        if ((draft.field() == null) == (draft.value() == null)) {
            throw RequestRefused.unprocessable("field_missing", "payoutColumns: " + header + " needs either a field or a value");
        }
        if (draft.value() != null) {
            return new FileColumn(header, null, text("value", draft.value()));
        }
        FileField field = Word.find(FileField.class, draft.field()).orElseThrow(() -> RequestRefused.unprocessable(
                "field_value_unknown", "payoutColumns.field: there is no field " + draft.field()));
        return new FileColumn(header, field, null);
    }

    /** @return the same as texts, from which it can be made again */
    public Draft draft() {
        return new Draft(header, field == null ? null : field.text(), value);
    }

    /** @param row with an account @return a text or a number; null for none */
    Object of(FileOrder order, PayoutRow row) {
        return field == null ? value : field.of(order, row);
    }

    private static String text(String name, String text) {
        if (text == null || text.isBlank() || text.length() > TEXT_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw RequestRefused.unprocessable("field_length_invalid", "payoutColumns." + name
                    + ": must be one line of 1 to " + TEXT_MAX + " characters");
        }
        return text.strip();
    }
}
