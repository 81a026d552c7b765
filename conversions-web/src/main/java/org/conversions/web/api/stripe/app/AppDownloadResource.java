package org.conversions.web.api.stripe.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.conversions.access.Area;
import org.conversions.access.oauth.NewOAuthClient;
import org.conversions.access.oauth.OAuthClients;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.ListQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.NeedsPlan;
import org.conversions.web.security.OwnersOnly;
import org.conversions.web.security.SessionDoor;
import org.conversions.workspace.Feature;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hands out the Stripe App, made for this server, and registers it as an app of the caller's workspace. */
@Path("stripe/app")
@RequestScoped
@KeyScope(Area.STRIPE)
@OwnersOnly
@NeedsPlan(value = Feature.STRIPE_INTEGRATION, toRead = true)
@Tag(name = "Stripe")
public class AppDownloadResource {

    private static final String ZIP = "application/zip";
    private static final String NAME = "Conversions in Stripe";
    private static final String DEVELOPER = "This server";
    private static final String FOLDER = "conversions-stripe-app";

    @Inject
    private OAuthClients clients;
    @Inject
    private SessionDoor pages;
    @Inject
    private Caller caller;
    @Context
    private HttpServletRequest request;
    @Inject
    @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080")
    private String baseUrl;

    @GET
    @Operation(summary = "Download the Stripe App, made for this server, to upload it at Stripe",
            description = "A zip with the app's sources and a page that says what to do with them. The app is registered as an"
                    + " app of the workspace; asked again with the same id, it is the same one.")
    @APIResponse(responseCode = "200", description = "The app",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(@QueryParam("id")
                             @Parameter(description = "The id of the app at Stripe, where it must be new; without it one made"
                                     + " of this server's name.")
                             String id) {
        // It registers an app, so a link on a page of somebody else must not do it.
        pages.refuseOtherSites(request);
        if (!caller.mayWrite(Area.KEYS)) {
            throw RequestRefused.forbidden("scope_missing", "This API key lacks the scope " + Area.KEYS.scope(true) + ".");
        }
        String given = ListQuery.given(id);
        AppId app = given == null ? AppId.of(baseUrl) : new AppId(given);
        String clientId = clients.register(caller.workspaceId(), new NewOAuthClient(NAME, DEVELOPER, app.redirectUris(), false,
                AppManifest.scopes())).id();
        return Response.ok(AppZip.of(FOLDER, baseUrl, app, clientId), ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + FOLDER + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
