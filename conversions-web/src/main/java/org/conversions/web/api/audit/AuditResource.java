package org.conversions.web.api.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.audit.AuditEntries;
import org.conversions.audit.AuditEntry;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.ListQuery;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.OwnersOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The record of who changed access or money in the caller's workspace. */
@Path("audit")
@RequestScoped
@KeyScope(Area.MEMBERS)
@OwnersOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspace")
public class AuditResource {

    @Inject
    private AuditEntries entries;
    @Inject
    private Caller caller;

    /**
     * An entry of the audit trail.
     *
     * @param action  a stable word, such as `key_made`
     * @param subject the id or name of what was changed; null where the action says it all
     * @param details what it was and is, without secrets
     * @param network the network that the request came from; null for work in the background
     */
    public record AuditAnswer(@Required String id, @Required Instant at, @Required String action, @Required ActorAnswer actor,
                              String subject, @Required JsonNode details, String network) {

        /**
         * The one who did it.
         *
         * @param kind person, key, app, operator, stripe or system
         * @param id   of the person or key; null where there is none, and for a login that failed
         * @param name an email, or the name of a key or app
         */
        public record ActorAnswer(@Required String kind, String id, String name) {
        }

        static AuditAnswer of(AuditEntry entry) {
            return new AuditAnswer(entry.id(), entry.at(), entry.action(),
                    new ActorAnswer(entry.actor().kind(), entry.actor().id(), entry.actor().name()), entry.subject(),
                    entry.details(), entry.network());
        }
    }

    @GET
    @Operation(summary = "List who changed access or money, the newest first", description = "Keys need all rights.")
    public List<AuditAnswer> list(@BeanParam ListQuery query, @QueryParam("action") String action,
                                  @QueryParam("person") String person) {
        if (!caller.mayEverything()) {
            throw RequestRefused.forbidden("scope_missing", "This API key lacks the scope apis.all.");
        }
        return entries.list(caller.workspaceId(), ListQuery.given(action), ListQuery.given(person), query.page()).stream()
                .map(AuditAnswer::of).toList();
    }
}
