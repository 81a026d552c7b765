package org.conversions.workspace;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link Plan}. */
@Converter(autoApply = true)
public class PlanConverter extends WordConverter<Plan> {

    public PlanConverter() {
        super(Plan.class);
    }
}
