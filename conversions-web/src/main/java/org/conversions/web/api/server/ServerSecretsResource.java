package org.conversions.web.api.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.conversions.platform.secret.MasterKeys;
import org.conversions.web.security.OperatorOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The secrets of this server, which are kept sealed. */
@Path("server/secrets")
@RequestScoped
@OperatorOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Server")
public class ServerSecretsResource {

    @Inject
    private MasterKeys keys;

    /** @param sealed how many secrets were not sealed with the new key, and now are */
    public record SealedAnswer(long sealed) {
    }

    @POST
    @Path("seal")
    @Operation(summary = "Seal all secrets with the newest master key. Every node has to have it, and the old one, by then;"
            + " two minutes later call it again: once it says 0, the old key can go")
    public SealedAnswer seal() {
        return new SealedAnswer(keys.sealAgain());
    }
}
