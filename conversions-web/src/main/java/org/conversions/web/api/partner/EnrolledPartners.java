package org.conversions.web.api.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.partner.Enrollments;
import org.conversions.partner.LinkDefaults;
import org.conversions.partner.PartnerView;
import org.conversions.partner.PartnersLink;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.partner.PartnersResource.PartnerRequest;
import org.conversions.web.security.Caller;

/** Enrolls the partners that requests describe, each with the links of the group. */
@RequestScoped
public class EnrolledPartners {

    /** What only one link can have. */
    private static final List<String> OF_ONE_LINK = List.of("url", "key", "externalId");

    @Inject
    private Enrollments enrollments;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    /**
     * The first link is what {@code linkProps} say; those that the group has from the start are made with it, and without
     * either one to the program's url. Where nothing says where one leads, none is made.
     *
     * @throws RequestRefused unprocessable, naming the field
     */
    public PartnerView enroll(PartnerRequest request) {
        LinkProps props = new LinkProps(request.linkProps());
        props.checkTenant(request.tenantId());
        return enrollments.enroll(caller.workspaceId(), request.draft(),
                (defaults, urls, isFirst) -> links(props, defaults, urls, isFirst));
    }

    /** @return the links of the group, for one who has none yet */
    Enrollments.LinksOf usual() {
        return (defaults, urls, isFirst) -> links(new LinkProps(null), defaults, urls, isFirst);
    }

    private List<PartnersLink> links(LinkProps props, LinkDefaults defaults, List<String> urls, boolean isFirst) {
        if (!props.isGiven()) {
            return isFirst ? urls.stream().map(url -> link(Json.MAPPER.createObjectNode(), url, defaults)).toList() : List.of();
        }
        ObjectNode first = props.body();
        List<String> addresses = urls;
        if (first.hasNonNull("url")) {
            String named = first.path("url").asText();
            addresses = Stream.concat(Stream.of(named), isFirst ? defaults.urls().stream() : Stream.empty()).distinct().toList();
        }
        if (addresses.isEmpty()) {
            throw RequestRefused.unprocessable("field_missing",
                    "linkProps.url: is required, because the program has no url, which PATCH /api/program sets");
        }
        ObjectNode others = first.deepCopy().without(OF_ONE_LINK);
        List<PartnersLink> links = new ArrayList<>();
        for (String url : addresses) {
            links.add(link(links.isEmpty() ? first : others, url, defaults));
        }
        return links;
    }

    private PartnersLink link(ObjectNode body, String url, LinkDefaults defaults) {
        ObjectNode said = body.deepCopy();
        if (!said.hasNonNull("url")) {
            said.put("url", url);
        }
        return DefaultedLink.of(said, defaults, clock.instant());
    }
}
