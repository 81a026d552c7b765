package org.conversions.stripe.inbox;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores a state by its word. */
@Converter(autoApply = true)
public class StripeEventStateConverter extends WordConverter<StripeEventState> {

    public StripeEventStateConverter() {
        super(StripeEventState.class);
    }
}
