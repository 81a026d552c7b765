package org.conversions.sample;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores a state by its word. */
@Converter(autoApply = true)
public class SampleStateConverter extends WordConverter<SampleState> {

    public SampleStateConverter() {
        super(SampleState.class);
    }
}
