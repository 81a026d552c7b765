package org.conversions.payout.statement;

import java.util.Locale;
import org.conversions.platform.Word;

/** What a statement is made for: a payout has at most one of each. */
public enum StatementCause implements Word {
    EARNED, TAKEN_BACK, RETURNED;

    StatementKind kind() {
        return this == EARNED ? StatementKind.STATEMENT : StatementKind.CREDIT_NOTE;
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
