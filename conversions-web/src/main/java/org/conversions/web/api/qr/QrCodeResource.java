package org.conversions.web.api.qr;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.ListQuery;
import org.conversions.web.security.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Draws QR codes. Open to all, because pictures in pages and mails are fetched without a key. */
@Path("qr")
@RequestScoped
@Public
@Tag(name = "QR codes")
public class QrCodeResource {

    private static final MediaType PNG = new MediaType("image", "png");
    private static final MediaType SVG = new MediaType("image", "svg+xml");
    private static final int CACHE_SECONDS = 86_400;

    @Context
    private Request request;
    @Context
    private HttpHeaders headers;
    @Context
    private HttpServletRequest connection;
    @Inject
    private QrCodes codes;

    @GET
    @Operation(summary = "Draw the QR code of a web address")
    @APIResponse(responseCode = "200", description = "The picture", content = {
        @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = "image/svg+xml", schema = @Schema(type = SchemaType.STRING))})
    public Response draw(@BeanParam QrCodeQuery query,
                         @QueryParam("format")
                         @Parameter(description = "png or svg; without it PNG, unless only image/svg+xml is accepted.")
                         String format) {
        MediaType type = type(ListQuery.given(format));
        QrCodes.Drawn picture = codes.drawn(query.draft(), type.equals(SVG), connection);
        CacheControl cache = new CacheControl();
        cache.setPrivate(false);
        cache.setMaxAge(CACHE_SECONDS);
        EntityTag tag = new EntityTag(picture.tag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null ? unchanged
                : Response.ok(picture.bytes(), type.equals(SVG) ? SVG.withCharset("UTF-8") : PNG);
        return answer.tag(tag).cacheControl(cache).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private MediaType type(String format) {
        if (format == null) {
            List<MediaType> accepted = headers.getAcceptableMediaTypes();
            return accepted.stream().noneMatch(PNG::isCompatible) && accepted.stream().anyMatch(SVG::isCompatible)
                    ? SVG : PNG;
        }
        return switch (format) {
            case "png" -> PNG;
            case "svg" -> SVG;
            default -> throw RequestRefused.unprocessable("field_value_unknown", "format: must be one of png, svg");
        };
    }
}
