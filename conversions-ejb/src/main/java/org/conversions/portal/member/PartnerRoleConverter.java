package org.conversions.portal.member;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores a {@link PartnerRole}. */
@Converter(autoApply = true)
public class PartnerRoleConverter extends WordConverter<PartnerRole> {

    public PartnerRoleConverter() {
        super(PartnerRole.class);
    }
}
