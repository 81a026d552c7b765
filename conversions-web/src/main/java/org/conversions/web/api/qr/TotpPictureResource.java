package org.conversions.web.api.qr;

import io.nayuki.qrcodegen.QrCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Draws the secret of a second factor for a phone's camera. The address comes in the body and not in a query, which would
 * be in logs, and no picture is kept.
 */
@Path("me/totp/picture")
@RequestScoped
@SignedIn
@BodyMax(8 * 1024)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class TotpPictureResource {

    private static final String SCHEME = "otpauth://totp/";
    private static final int ADDRESS_MAX = 512;
    private static final int MARGIN = 2;

    /** @param otpauthUri as {@code POST /api/me/totp} answers it */
    public record PictureRequest(@Required String otpauthUri) {

        /** Leaves the secret out, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "PictureRequest";
        }
    }

    /**
     * A QR code as lines.
     *
     * @param size width and height, in units of which a module has one
     * @param path the dark modules, as the path of an SVG
     */
    public record Picture(@Required int size, @Required String path) {

        /** Leaves the picture out, which has the secret in it. */
        @Override
        public String toString() {
            return "Picture";
        }
    }

    @POST
    @Operation(summary = "Draw the secret of a second factor as a QR code")
    public Picture draw(PictureRequest request) {
        String address = request.otpauthUri();
        if (address == null || !address.startsWith(SCHEME) || address.length() > ADDRESS_MAX) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    "otpauthUri: must be the otpauthUri of POST /api/me/totp");
        }
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        return new Picture(QrCodePicture.smallest(code, MARGIN), QrCodePicture.path(code, MARGIN));
    }
}
