package org.conversions.partner.application;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link RejectionReason}. */
@Converter(autoApply = true)
public class RejectionReasonConverter extends WordConverter<RejectionReason> {

    public RejectionReasonConverter() {
        super(RejectionReason.class);
    }
}
