package org.conversions.web.api.link;

import static org.conversions.web.api.ListQuery.given;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.access.Area;
import org.conversions.link.LinkFilter;
import org.conversions.link.LinkGroup;
import org.conversions.link.Links;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Counts links. */
@Path("links/count")
@RequestScoped
@KeyScope(Area.LINKS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinkCountsResource {

    private static final String COUNT = "_count";
    private static final String USER = "userId";

    @Inject
    private Links links;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Count links",
            description = "A bare number; with groupBy an array of objects with the value, null for none, and _count")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "LinkCounts")))
    public Object count(@BeanParam LinkQuery which, @QueryParam("groupBy") @Parameter(
            description = "One of domain, tagId, userId, folderId") String groupBy) {
        Optional<LinkFilter> filter = which.filter();
        if (given(groupBy) == null) {
            return filter.map(known -> links.count(caller.workspaceId(), known)).orElse(0L);
        }
        if (groupBy.equals(USER)) {
            return filter.map(known -> List.of(row(USER, null, links.count(caller.workspaceId(), known))))
                    .orElse(List.of());
        }
        LinkGroup group = Word.find(LinkGroup.class, groupBy).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown",
                        "groupBy: must be one of domain, tagId, userId, folderId"));
        return filter.map(known -> links.countBy(caller.workspaceId(), known, group).stream()
                .map(count -> row(group.text(), count.value(), count.links())).toList()).orElse(List.of());
    }

    private static Map<String, Object> row(String name, String value, long count) {
        Map<String, Object> row = new HashMap<>();
        row.put(name, value);
        row.put(COUNT, count);
        return row;
    }
}
