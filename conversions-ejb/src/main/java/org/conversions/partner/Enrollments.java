package org.conversions.partner;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.conversions.link.LinkChanges;
import org.conversions.link.LinkDraft;
import org.conversions.link.LinkFilter;
import org.conversions.link.LinkPartner;
import org.conversions.link.Links;
import org.conversions.link.NewLink;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/** Enrolls partners together with the link that each of them has from the start: both or none. */
@Stateless
public class Enrollments {

    @Inject
    private Partners partners;
    @Inject
    private LinkChanges links;
    @Inject
    private Links owned;

    /**
     * Enrolls a partner, or brings one with the same email up to date, and makes or changes the link to this address.
     *
     * @param link the fields of the link, its address too
     * @throws RequestRefused as {@link Partners#enroll} and {@link LinkChanges#upsert}, and then none is enrolled
     */
    public PartnerView enroll(WorkspaceId workspaceId, PartnerDraft draft, UnaryOperator<LinkDraft> link) {
        PartnerView partner = partners.enroll(workspaceId, draft);
        links.upsert(workspaceId, new NewLink(link.apply(LinkDraft.EMPTY), credited(partner)), link);
        return partner;
    }

    /**
     * Does the same, and makes a link only where there is none.
     *
     * @param url the address of the link; null for no link
     */
    public PartnerView enroll(WorkspaceId workspaceId, PartnerDraft draft, String url) {
        PartnerView partner = partners.enroll(workspaceId, draft);
        if (url != null && owned.list(workspaceId, LinkFilter.ofPartner(partner.id().value()), new Page(1, 1, null, null)).isEmpty()) {
            links.create(workspaceId, new NewLink(LinkDraft.EMPTY.to(url), credited(partner)));
        }
        return partner;
    }

    private static LinkPartner credited(PartnerView partner) {
        return new LinkPartner(partner.programId(), partner.id(), partner.tenantId());
    }
}
