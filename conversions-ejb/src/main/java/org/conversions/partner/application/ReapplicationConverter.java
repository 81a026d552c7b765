package org.conversions.partner.application;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link Reapplication}. */
@Converter(autoApply = true)
public class ReapplicationConverter extends WordConverter<Reapplication> {

    public ReapplicationConverter() {
        super(Reapplication.class);
    }
}
