package org.conversions.portal.member;

import java.util.Locale;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/** The roles of a partner's people. Both see all of the partner and work with it; an owner also says who else does, and where the money goes. */
public enum PartnerRole implements Word {
    OWNER, MEMBER;

    /** @param text null for the role otherwise @throws RequestRefused unprocessable for a role that there is not */
    public static PartnerRole of(String text, PartnerRole otherwise) {
        return text == null ? otherwise : Word.find(PartnerRole.class, text).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "role: must be one of owner, member"));
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
