package org.conversions.partner;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.conversions.link.LinkChanges;
import org.conversions.link.LinkDraft;
import org.conversions.link.LinkPartner;
import org.conversions.link.LinkView;
import org.conversions.link.NewLink;
import org.conversions.link.PartnersLinks;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/** Enrolls partners together with the links that each of them has from the start, and gives them more: both or none. */
@Stateless
public class Enrollments {

    @Inject
    private Partners partners;
    @Inject
    private Groups groups;
    @Inject
    private Programs programs;
    @Inject
    private LinkChanges links;
    @Inject
    private PartnersLinks owned;

    /** Says what the links of a partner are. */
    @FunctionalInterface
    public interface LinksOf {

        /**
         * @param urls where the links of the partner's group lead, or else those of the program; empty when neither says
         * @param isFirst true when the partner has no link yet
         * @return the links to be made, or to be changed where the partner has one to the address
         */
        List<PartnersLink> of(LinkDefaults defaults, List<String> urls, boolean isFirst);
    }

    /**
     * Enrolls a partner, or brings one with the same email up to date, and makes or changes the links.
     *
     * @throws RequestRefused as {@link Partners#enroll} and {@link LinkChanges#upsert}, and then none is enrolled; conflict for
     *                        links of one who earns nothing any more
     */
    public PartnerView enroll(WorkspaceId workspaceId, PartnerDraft draft, LinksOf wanted) {
        PartnerView partner = partners.enroll(workspaceId, draft);
        begin(workspaceId, partner, wanted);
        return partner;
    }

    /** Makes or changes the links of a partner who is enrolled. @throws RequestRefused as {@link #enroll} */
    public void begin(WorkspaceId workspaceId, PartnerView partner, LinksOf wanted) {
        boolean isFirst = owned.count(workspaceId, partner.id()) == 0;
        LinkDefaults defaults = defaults(workspaceId, partner);
        for (PartnersLink link : wanted.of(defaults, urls(workspaceId, defaults), isFirst)) {
            upsert(workspaceId, partner, link, defaults);
        }
    }

    /**
     * @throws RequestRefused as {@link LinkChanges#create}; conflict for one who earns nothing any more; forbidden for one who
     *                        has as many links as partners of the group may have
     */
    public LinkView create(WorkspaceId workspaceId, PartnerView partner, PartnersLink link) {
        LinkPartner credited = partner.credited();
        GroupDraft group = groups.draftOf(workspaceId, partner.groupId());
        NewLink made = new NewLink(link.made(), credited);
        group.linkDefaults().check("url", made.draft().url());
        LinkView created = links.create(workspaceId, made);
        refuseMore(workspaceId, partner, group);
        return created;
    }

    /** @throws RequestRefused as {@link LinkChanges#upsert}, and as {@link #create} when it is made */
    public LinkView upsert(WorkspaceId workspaceId, PartnerView partner, PartnersLink link) {
        GroupDraft group = groups.draftOf(workspaceId, partner.groupId());
        long before = owned.count(workspaceId, partner.id());
        LinkView upserted = upsert(workspaceId, partner, link, group.linkDefaults());
        if (before >= group.maxPartnerLinks() && owned.count(workspaceId, partner.id()) > before) {
            refuseMore(workspaceId, partner, group);
        }
        return upserted;
    }

    private LinkView upsert(WorkspaceId workspaceId, PartnerView partner, PartnersLink link, LinkDefaults defaults) {
        NewLink made = new NewLink(link.made(), partner.credited());
        defaults.check("url", made.draft().url());
        return links.upsert(workspaceId, made, link.change());
    }

    /** @return what is said of the links of a partner's group */
    public LinkDefaults defaults(WorkspaceId workspaceId, PartnerView partner) {
        return groups.draftOf(workspaceId, partner.groupId()).linkDefaults();
    }

    /** @return where links lead that name no address; empty for nowhere */
    public List<String> urls(WorkspaceId workspaceId, LinkDefaults defaults) {
        if (!defaults.urls().isEmpty()) {
            return defaults.urls();
        }
        String url = programs.get(workspaceId).url();
        return url == null ? List.of() : List.of(url);
    }

    /**
     * Checks where a partner wants a link of their own to lead: to a site that the group names, or else to one that its links lead
     * to, so that nobody sends visitors of the merchant's domain anywhere they like.
     *
     * @param url null for where the links of the group lead
     * @throws RequestRefused unprocessable for an address on another site; conflict for one who earns nothing any more
     */
    public void checkSite(WorkspaceId workspaceId, PartnerView partner, String field, String url) {
        partner.credited();
        LinkDefaults defaults = defaults(workspaceId, partner);
        defaults.within(urls(workspaceId, defaults)).check(field, url);
    }

    private void refuseMore(WorkspaceId workspaceId, PartnerView partner, GroupDraft group) {
        if (owned.count(workspaceId, partner.id()) > group.maxPartnerLinks()) {
            throw RequestRefused.forbidden("limit_reached",
                    "A partner of the group " + group.name() + " has at most " + group.maxPartnerLinks() + " links.");
        }
    }
}
