package org.conversions.payout.statement;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores the cause of a statement as its word. */
@Converter(autoApply = true)
public class StatementCauseConverter extends WordConverter<StatementCause> {

    public StatementCauseConverter() {
        super(StatementCause.class);
    }
}
