package org.conversions.partner;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link EnrollmentStatus}. */
@Converter(autoApply = true)
public class EnrollmentStatusConverter extends WordConverter<EnrollmentStatus> {

    public EnrollmentStatusConverter() {
        super(EnrollmentStatus.class);
    }
}
