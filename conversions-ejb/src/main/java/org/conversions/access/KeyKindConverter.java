package org.conversions.access;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link KeyKind}. */
@Converter(autoApply = true)
public class KeyKindConverter extends WordConverter<KeyKind> {

    public KeyKindConverter() {
        super(KeyKind.class);
    }
}
