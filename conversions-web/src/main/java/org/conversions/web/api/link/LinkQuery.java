package org.conversions.web.api.link;

import static org.conversions.web.api.ListQuery.given;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.stream.Stream;
import org.conversions.link.LinkFilter;
import org.conversions.platform.RequestRefused;

/** Which links a list or a count is about. */
public class LinkQuery {

    @QueryParam("domain")
    private String domain;
    @QueryParam("tenantId")
    private String tenantId;
    @QueryParam("search")
    private String search;
    @QueryParam("showArchived")
    @DefaultValue("false")
    private Boolean showArchived;

    @QueryParam("tagId")
    private String tagId;
    @QueryParam("tagIds")
    private String tagIds;
    @QueryParam("tagNames")
    private String tagNames;
    @QueryParam("folderId")
    private String folderId;
    @QueryParam("userId")
    private String userId;
    @QueryParam("groupBy")
    private String groupBy;

    /** @throws RequestRefused unprocessable for a filter that this server does not have: its answer would be wrong */
    LinkFilter filter() {
        if (Stream.of(tagId, tagIds, tagNames, folderId, userId, groupBy).anyMatch(text -> given(text) != null)) {
            throw RequestRefused.unprocessable(
                    "tagId, tagIds, tagNames, folderId, userId, groupBy: are not supported by this server yet");
        }
        return new LinkFilter(given(domain), given(tenantId), null, given(search), Boolean.TRUE.equals(showArchived));
    }
}
