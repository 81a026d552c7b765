package org.conversions.payout.statement;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores the kind of a statement as its word. */
@Converter(autoApply = true)
public class StatementKindConverter extends WordConverter<StatementKind> {

    public StatementKindConverter() {
        super(StatementKind.class);
    }
}
