package org.conversions.stripe.event;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores a reason by its code. */
@Converter(autoApply = true)
public class ReasonConverter extends WordConverter<Reason> {

    public ReasonConverter() {
        super(Reason.class);
    }
}
