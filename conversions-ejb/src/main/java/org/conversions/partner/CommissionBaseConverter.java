package org.conversions.partner;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link CommissionBase}. */
@Converter(autoApply = true)
public class CommissionBaseConverter extends WordConverter<CommissionBase> {

    public CommissionBaseConverter() {
        super(CommissionBase.class);
    }
}
