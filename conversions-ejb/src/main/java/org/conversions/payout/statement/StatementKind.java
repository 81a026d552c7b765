package org.conversions.payout.statement;

import java.util.Locale;
import org.conversions.platform.Word;

/** The kinds of statements. */
public enum StatementKind implements Word {
    /** What the partner has earned: its total is above zero. */
    STATEMENT,
    /** What was taken back: its total is below zero, unless it cancels more credit notes than statements. */
    CREDIT_NOTE;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
