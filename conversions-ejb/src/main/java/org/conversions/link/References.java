package org.conversions.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conversions.address.Destination;
import org.conversions.address.LinkKey;
import org.conversions.link.LinkDraft.TagChoice;
import org.conversions.link.tag.TagName;
import org.conversions.platform.RequestRefused;

/**
 * The domains, tags and folders that links of a workspace may refer to, as far as some drafts ask for them.
 *
 * @param sharedDomain the server's own domain
 * @param domains      the workspace's own ones, by slug: whether each is proved
 * @param primary      the one that links are put on that name none, or null for the server's own
 * @param tagIds       the ids that are tags of the workspace
 * @param tagsByName   ids of tags, by name in small letters
 * @param folderIds    the ids that are folders of the workspace
 * @param linkHosts    hosts that are a proved domain of any workspace: there are links there, so a link to one may
 *                     come back
 * @param frontPage    whether the workspace may say what the front page of the server's own domain is
 */
record References(String sharedDomain, Map<String, Boolean> domains, String primary, Set<String> tagIds,
                  Map<String, String> tagsByName, Set<String> folderIds, Set<String> linkHosts, boolean frontPage) {

    /** @return the slug of the domain that a link is put on @throws RequestRefused unprocessable */
    String domain(String wanted) {
        if (wanted == null) {
            return primary == null ? sharedDomain : primary;
        }
        String slug = wanted.toLowerCase(Locale.ROOT);
        if (slug.equals(sharedDomain)) {
            return slug;
        }
        Boolean proved = domains.get(slug);
        if (proved == null) {
            throw RequestRefused.unprocessable("domain_not_found", "domain: is not a domain of this workspace");
        }
        if (!proved) {
            throw RequestRefused.unprocessable("domain_not_verified", "domain: " + slug + " is not verified yet:"
                    + " POST /domains/" + slug + "/verify says what is missing");
        }
        return slug;
    }

    /** @return the choice by ids @throws RequestRefused unprocessable when one is no tag of the workspace */
    TagChoice tags(TagChoice wanted) {
        if (wanted.names() == null) {
            wanted.ids().stream().filter(id -> !tagIds.contains(id)).findFirst().ifPresent(id -> {
                throw RequestRefused.unprocessable("tag_not_found", "tagIds: there is no tag " + id);
            });
            return wanted;
        }
        List<String> ids = new ArrayList<>();
        for (String name : wanted.names()) {
            ids.add(Optional.ofNullable(tagsByName.get(TagName.key(name))).orElseThrow(() ->
                    RequestRefused.unprocessable("tag_not_found", "tagNames: there is no tag " + name)));
        }
        return TagChoice.ids(ids);
    }

    /** @throws RequestRefused unprocessable */
    void refuseUnknownFolder(String folderId) {
        if (!folderIds.contains(folderId)) {
            throw RequestRefused.unprocessable("folder_not_found", "folderId: there is no folder " + folderId);
        }
    }

    /** @throws RequestRefused unprocessable */
    void refuseLoop(String address) {
        String host = Destination.host(address);
        if (linkHosts.contains(host)) {
            throw RequestRefused.unprocessable("redirect_loop",
                    "url: must not lead to " + host + ", which is a domain of short links");
        }
    }

    /** @throws RequestRefused forbidden for the front page of the server, unless it is the workspace's to choose */
    void refuseFrontPage(String domain, String key) {
        if (!frontPage && domain.equals(sharedDomain) && LinkKey.ROOT.equals(key)) {
            throw RequestRefused.forbidden("front_page_reserved", "key: the front page of " + sharedDomain
                    + " belongs to the workspace that this server was set up with");
        }
    }
}
