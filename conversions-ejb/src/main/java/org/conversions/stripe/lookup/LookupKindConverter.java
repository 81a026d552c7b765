package org.conversions.stripe.lookup;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores a kind by its word. */
@Converter(autoApply = true)
public class LookupKindConverter extends WordConverter<LookupKind> {

    public LookupKindConverter() {
        super(LookupKind.class);
    }
}
