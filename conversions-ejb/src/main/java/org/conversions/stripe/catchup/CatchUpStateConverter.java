package org.conversions.stripe.catchup;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores a state by its word. */
@Converter(autoApply = true)
public class CatchUpStateConverter extends WordConverter<CatchUpState> {

    public CatchUpStateConverter() {
        super(CatchUpState.class);
    }
}
