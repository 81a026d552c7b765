package org.conversions.web.api.link;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.link.CreatedLink;
import org.conversions.link.LinkChanges;
import org.conversions.link.NewLink;
import org.conversions.partner.PartnerView;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.web.api.CommaList;
import org.conversions.web.api.body.JsonFields;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Creates, changes and deletes up to a hundred links in one request. */
@Path("links/bulk")
@RequestScoped
@KeyScope(Area.LINKS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinkBulkResource {

    /** The fields that are one link's own, so that many links cannot be given them at once. */
    private static final List<String> OF_ONE_LINK =
            List.of("domain", "key", "keyLength", "prefix", "externalId", "partnerId", "programId");

    /** Stands in the place of a link that could not be made. @param link what was asked for */
    public record LinkError(String error, String code, JsonNode link) {
    }

    /** @param deletedCount how many of the links were there */
    public record DeletedLinks(int deletedCount) {
    }

    /** @param linkIds they win over {@code externalIds} */
    @Schema(name = "BulkUpdate")
    record BulkUpdate(List<String> linkIds, List<String> externalIds, LinkFields data) {
    }

    @Inject
    private LinkChanges changes;
    @Inject
    private LinkDrafts drafts;
    @Inject
    private LinkAnswers answers;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @POST
    @Operation(summary = "Create up to 100 links",
            description = "An array with a link, or an error with its code, for each; those that can be made are made")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "MadeLinks")))
    public List<Object> create(@RequestBody(required = true, content = @Content(schema = @Schema(
            type = SchemaType.ARRAY, implementation = LinkFields.class))) JsonNode body) {
        if (!body.isArray() || body.isEmpty() || body.size() > LinkChanges.AT_ONCE_MAX) {
            throw RequestRefused.unprocessable("body_malformed",
                    "The body must be an array of 1 to " + LinkChanges.AT_ONCE_MAX + " links.");
        }
        List<Object> results = new ArrayList<>();
        List<NewLink> wanted = wanted(body, results);
        Iterator<CreatedLink> made = wanted.isEmpty() ? List.<CreatedLink>of().iterator()
                : changes.createMany(caller.workspaceId(), wanted).iterator();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) == null) {
                CreatedLink link = made.next();
                results.set(i, link.refused() == null
                        ? answers.ofNew(link.link()) : error(link.refused(), body.get(i)));
            }
        }
        return results;
    }

    @PATCH
    @Operation(summary = "Change up to 100 links in the same way",
            description = "All of them or, when one is unknown or cannot be changed so, none")
    public List<LinkAnswer> update(@RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = BulkUpdate.class))) JsonNode body) {
        JsonFields fields = new JsonFields(body);
        List<String> names = fields.asksFor("linkIds") ? fields.texts("linkIds")
                : fields.texts("externalIds").stream().map(id -> id.startsWith("ext_") ? id : "ext_" + id).toList();
        JsonNode data = body.path("data");
        if (!data.isObject()) {
            throw RequestRefused.unprocessable("field_malformed", "data: must be an object");
        }
        OF_ONE_LINK.stream().filter(data::has).findFirst().ifPresent(field -> {
            throw RequestRefused.unprocessable("field_not_allowed",
                    "data." + field + ": cannot be set for several links at once");
        });
        LinkRequest request = new LinkRequest(data, clock.instant());
        return answers.of(changes.updateMany(caller.workspaceId(), names, request::applyTo), caller.mode());
    }

    @DELETE
    @Operation(summary = "Delete up to 100 links; those that are unknown are passed over")
    public DeletedLinks delete(@QueryParam("linkIds") @Parameter(description = "Repeated, or joined by commas")
                               List<String> linkIds) {
        return new DeletedLinks(changes.deleteMany(caller.workspaceId(), CommaList.of("linkIds", linkIds)).size());
    }

    /** @param results to be filled: null where a link is wanted, else why it cannot be */
    private List<NewLink> wanted(JsonNode body, List<Object> results) {
        Map<PartnerId, PartnerView> partners = drafts.named(Stream.iterate(0, i -> i < body.size(), i -> i + 1)
                .map(i -> body.get(i).path("partnerId").asText(null)).toList());
        Instant now = clock.instant();
        List<NewLink> wanted = new ArrayList<>();
        for (JsonNode element : body) {
            try {
                wanted.add(drafts.of(new LinkRequest(element, now), partners));
                results.add(null);
            } catch (RequestRefused e) {
                results.add(error(e, element));
            }
        }
        return wanted;
    }

    private static LinkError error(RequestRefused refused, JsonNode link) {
        return new LinkError(refused.getMessage(), refused.code().name().toLowerCase(Locale.ROOT), link);
    }
}
