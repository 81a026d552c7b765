package org.conversions.web.api.partner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.conversions.access.Area;
import org.conversions.partner.ProgramView;
import org.conversions.partner.Programs;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The partner program of the caller's workspace. */
@Path("program")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class ProgramResource {

    /**
     * A change of the program; what is left out or null stays.
     *
     * @param url where the links of partners lead that name no address; empty for nowhere
     */
    public record ProgramChange(String name, String url) {
    }

    /** @param url where the links of partners lead that name no address */
    public record ProgramAnswer(@Required String id, @Required String name, String url, @Required Instant createdAt) {

        static ProgramAnswer of(ProgramView program) {
            return new ProgramAnswer(program.id(), program.name(), program.url(), program.createdAt());
        }
    }

    @Inject
    private Programs programs;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Read the program")
    public ProgramAnswer get() {
        return ProgramAnswer.of(programs.get(caller.workspaceId()));
    }

    @PATCH
    @Operation(summary = "Change the program; what is left out or null stays")
    public ProgramAnswer update(ProgramChange change) {
        return ProgramAnswer.of(programs.change(caller.workspaceId(), change.name(), change.url()));
    }
}
