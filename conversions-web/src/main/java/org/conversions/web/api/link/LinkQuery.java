package org.conversions.web.api.link;

import static org.conversions.web.api.ListQuery.given;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conversions.link.LinkFilter;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.CommaList;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The links that a list or a count is about. */
public class LinkQuery {

    @QueryParam("domain")
    private String domain;
    @QueryParam("tenantId")
    private String tenantId;
    @Parameter(description = "Part of the key or of the destination, in any case")
    @QueryParam("search")
    private String search;
    @QueryParam("showArchived")
    @DefaultValue("false")
    private Boolean showArchived;
    @Parameter(description = "One tag", deprecated = true)
    @QueryParam("tagId")
    private String tagId;
    @Parameter(description = "Links with one of these tags: repeated, or joined by commas")
    @QueryParam("tagIds")
    private List<String> tagIds;
    @Parameter(description = "Links with one of these tags, by name in any case: repeated, or joined by commas")
    @QueryParam("tagNames")
    private List<String> tagNames;
    @Parameter(description = "Only links that have a tag", deprecated = true)
    @QueryParam("withTags")
    @DefaultValue("false")
    private Boolean withTags;
    @QueryParam("folderId")
    private String folderId;
    @Parameter(description = "Links are made with keys, so no link has a user")
    @QueryParam("userId")
    private String userId;

    /** @return empty when no link can be meant @throws RequestRefused unprocessable */
    Optional<LinkFilter> filter() {
        if (given(userId) != null) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>(CommaList.of("tagIds", tagIds));
        if (ids.isEmpty() && given(tagId) != null) {
            ids.add(tagId);
        }
        return Optional.of(new LinkFilter(given(domain), given(tenantId), null, given(folderId), given(search),
                Boolean.TRUE.equals(showArchived), ids, CommaList.of("tagNames", tagNames),
                Boolean.TRUE.equals(withTags)));
    }
}
