package org.conversions.link;

import org.conversions.platform.id.PartnerId;

/** A link that is asked for. @param partner the partner that it credits, or null */
public record NewLink(LinkDraft draft, LinkPartner partner) {

    /** A partner's link always tracks conversions and is of the partner's tenant. */
    public NewLink {
        draft = partner == null ? draft : draft.ofPartner(partner.tenantId());
    }

    public static NewLink of(LinkDraft draft) {
        return new NewLink(draft, null);
    }

    PartnerId partnerId() {
        return partner == null ? null : partner.partnerId();
    }
}
