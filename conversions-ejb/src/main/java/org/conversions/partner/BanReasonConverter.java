package org.conversions.partner;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link BanReason}. */
@Converter(autoApply = true)
public class BanReasonConverter extends WordConverter<BanReason> {

    public BanReasonConverter() {
        super(BanReason.class);
    }
}
