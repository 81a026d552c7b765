package org.conversions.web.api.link;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.link.LinkDraft;
import org.conversions.link.NewLink;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.web.security.Caller;

/** Makes drafts of links from requests: a partner whom one names must be the caller's own. */
@RequestScoped
public class LinkDrafts {

    @Inject
    private Partners partners;
    @Inject
    private Caller caller;

    /** @throws RequestRefused unprocessable */
    NewLink of(LinkRequest request) {
        String partnerId = request.partnerId();
        return of(request, named(partnerId == null ? Set.of() : Set.of(partnerId)));
    }

    /** @param known those partners of the workspace that are named, by id @throws RequestRefused unprocessable */
    NewLink of(LinkRequest request, Map<PartnerId, PartnerView> known) {
        LinkDraft draft = request.applyTo(LinkDraft.EMPTY);
        String programId = request.programId();
        Optional<PartnerView> partner;
        if (request.partnerId() != null) {
            partner = Optional.ofNullable(PartnerId.of(request.partnerId())).map(known::get);
        } else if (programId != null && draft.tenantId() != null) {
            partner = partners.byTenantId(caller.workspaceId(), draft.tenantId());
        } else if (programId != null) {
            throw RequestRefused.unprocessable("field_missing",
                    "programId: name the partner too, by partnerId or tenantId");
        } else {
            return NewLink.of(draft);
        }
        return new NewLink(draft, partner.filter(found -> programId == null || programId.equals(found.programId()))
                .map(PartnerView::credited)
                .orElseThrow(() -> RequestRefused.unprocessable("partner_not_found",
                        "partnerId: there is no such partner")));
    }

    Map<PartnerId, PartnerView> named(Collection<String> partnerIds) {
        return partners.byIds(caller.workspaceId(),
                partnerIds.stream().map(PartnerId::of).filter(Objects::nonNull).collect(Collectors.toSet()));
    }
}
