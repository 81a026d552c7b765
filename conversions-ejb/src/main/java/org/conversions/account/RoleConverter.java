package org.conversions.account;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link Role}. */
@Converter(autoApply = true)
public class RoleConverter extends WordConverter<Role> {

    public RoleConverter() {
        super(Role.class);
    }
}
