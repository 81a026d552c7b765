package org.conversions.workspace;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link AttributionModel}. */
@Converter(autoApply = true)
public class AttributionModelConverter extends WordConverter<AttributionModel> {

    public AttributionModelConverter() {
        super(AttributionModel.class);
    }
}
