package org.conversions.workspace;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores a {@link Mode} as its name. */
@Converter(autoApply = true)
public class ModeConverter extends WordConverter<Mode> {

    public ModeConverter() {
        super(Mode.class);
    }
}
