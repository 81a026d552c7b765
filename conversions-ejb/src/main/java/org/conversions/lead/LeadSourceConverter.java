package org.conversions.lead;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores a {@link LeadSource} as its word. */
@Converter(autoApply = true)
public class LeadSourceConverter extends WordConverter<LeadSource> {

    public LeadSourceConverter() {
        super(LeadSource.class);
    }
}
