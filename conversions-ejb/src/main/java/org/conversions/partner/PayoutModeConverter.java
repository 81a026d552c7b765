package org.conversions.partner;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores a {@link PayoutMode}. */
@Converter(autoApply = true)
public class PayoutModeConverter extends WordConverter<PayoutMode> {

    public PayoutModeConverter() {
        super(PayoutMode.class);
    }
}
