package org.conversions.partner.deal;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link SubmittedStatus}. */
@Converter(autoApply = true)
public class SubmittedStatusConverter extends WordConverter<SubmittedStatus> {

    public SubmittedStatusConverter() {
        super(SubmittedStatus.class);
    }
}
