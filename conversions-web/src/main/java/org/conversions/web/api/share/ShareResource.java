package org.conversions.web.api.share;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
import org.conversions.share.OpenShares;
import org.conversions.share.ShareAccess;
import org.conversions.share.ShareSession;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.error.TooManyRequests;
import org.conversions.web.front.TrustedProxies;
import org.conversions.web.limit.LoginTries;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OpenToShares;
import org.conversions.web.security.ShareDoor;
import org.conversions.workspace.WorkspaceView;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells whoever has the link of a share what it is about, and lets them past its password. */
@Path("share")
@RequestScoped
@BodyMax(8 * 1024)
@OpenToShares(beforePassword = true)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shares")
public class ShareResource {

    /** Keeps those who guess passwords of shares apart from those who sign in. */
    private static final String TRIED = "share ";

    @Inject
    private OpenShares shares;
    @Inject
    private Workspaces workspaces;
    @Inject
    private LoginTries tries;
    @Inject
    private TrustedProxies proxies;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;
    @Context
    private HttpServletRequest connection;
    @Context
    private HttpHeaders headers;

    /**
     * The view that is shared. While the password has not been given, everything but needsPassword is null.
     *
     * @param name          null when it has none
     * @param mode          of the figures
     * @param money         whether amounts and events are shown
     * @param timezone      where days begin
     * @param query         the view: its filters hold
     * @param needsPassword whether the password has still to be given, to `POST /share/session`
     */
    public record OpenShareAnswer(String name, String workspaceName, String mode, Boolean money, String currency, String timezone,
                                  String query, boolean needsPassword) {
    }

    /** The password of a share. */
    public record SharePassword(@Required String password) {

        /** Leaves the password out, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "SharePassword";
        }
    }

    /** @param token to be sent in place of the share's own from now on */
    public record ShareSessionAnswer(@Required String token, @Required Instant expiresAt) {
    }

    @GET
    @Operation(summary = "Tell what is shared",
            description = "The header is `Authorization: Bearer` and the token at the end of the link. Whatever is no token of a share"
                    + " that goes on gets the same 404.")
    public OpenShareAnswer get() {
        ShareAccess share = caller.share();
        if (share.needsPassword()) {
            return new OpenShareAnswer(null, null, null, null, null, null, null, true);
        }
        WorkspaceView workspace = workspaces.get(share.workspaceId());
        return new OpenShareAnswer(share.name(), workspace.name(), share.mode().text(), share.money(), workspace.currency(),
                workspace.timezone().getId(), share.query(), false);
    }

    @POST
    @Path("session")
    @RepeatsSafely
    @Operation(summary = "Give the password of a share: the answer has a token that opens it for twelve hours",
            description = "Tries are limited as those of logins are. Another password of the share ends the token.")
    @APIResponseSchema(value = ShareSessionAnswer.class, responseCode = "200")
    public ShareSessionAnswer open(SharePassword form) {
        if (form.password() == null) {
            throw RequestRefused.unprocessable("field_missing", "password: is required");
        }
        String account = TRIED + caller.share().shareId();
        String address = proxies.visitor(connection);
        tries.take(account, address).ifPresent(used -> {
            throw new TooManyRequests("Too many wrong passwords. Wait a few minutes.", used.secondsFrom(clock.instant()));
        });
        ShareSession session = shares.prove(ShareDoor.token(headers.getHeaderString(HttpHeaders.AUTHORIZATION)), form.password())
                .orElseThrow(() -> new RequestRefused(Code.UNAUTHORIZED, "share_password_wrong", "password: is wrong"));
        tries.succeeded(account, address);
        return new ShareSessionAnswer(session.token(), session.expiresAt());
    }
}
