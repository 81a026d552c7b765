package org.conversions.web.api.qr;

import io.nayuki.qrcodegen.QrCode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The content of a code, and its look. */
public class QrCodeQuery {

    static final int URL_MAX = 2_000;
    static final int MARGIN_MAX = 40;

    private static final int SIZE = 600;
    private static final int MARGIN = 2;
    private static final Pattern COLOUR = Pattern.compile("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    @QueryParam("url")
    @Parameter(description = "The web address to encode, of at most 2000 characters.", required = true)
    private String url;
    @QueryParam("size")
    @DefaultValue("600")
    @Parameter(description = "Width and height in pixels, at most 1000.")
    private Integer size;
    @QueryParam("level")
    @DefaultValue("L")
    @Parameter(description = "How much of the code may be damaged: 7, 15, 25 or 30 percent.",
            schema = @Schema(type = SchemaType.STRING, enumeration = {"L", "M", "Q", "H"}, defaultValue = "L"))
    private String level;
    @QueryParam("fgColor")
    @DefaultValue("#000000")
    @Parameter(description = "Colour of the dark modules, as #RRGGBB or #RGB.")
    private String fgColor;
    @QueryParam("bgColor")
    @DefaultValue("#FFFFFF")
    @Parameter(description = "Colour of the light modules and the margin.")
    private String bgColor;
    @QueryParam("margin")
    @Parameter(description = "Width of the margin in modules, 0 to 40; 2 when it is not given.")
    private Integer margin;
    @QueryParam("includeMargin")
    @DefaultValue("true")
    @Parameter(description = "The older way to ask for no margin.")
    private Boolean includeMargin;
    @QueryParam("logo")
    @Parameter(description = "Only beside hideLogo: codes carry no logo, and no address that a caller names is fetched.")
    private String logo;
    @QueryParam("hideLogo")
    @Parameter(description = "Codes carry no logo in any case.")
    private Boolean hideLogo;

    /** @throws RequestRefused unprocessable, naming the parameter */
    QrCodeDraft draft() {
        if (logo != null && !logo.isBlank() && !Boolean.TRUE.equals(hideLogo)) {
            throw RequestRefused.unprocessable("field_not_supported", "logo: codes carry no logo");
        }
        int foreground = colour("fgColor", fgColor);
        int background = colour("bgColor", bgColor);
        if (foreground == background) {
            throw RequestRefused.unprocessable("fields_conflicting", "fgColor, bgColor: must differ");
        }
        return new QrCodeDraft(address(url), errorCorrection(), size == null ? SIZE : size, margin(), foreground, background);
    }

    /** An address that a camera opens must be one of the web: no script, no file, nothing that calls or pays. */
    private static String address(String url) {
        if (url == null || url.isBlank()) {
            throw RequestRefused.unprocessable("field_missing", "url: is required");
        }
        String address = url.strip();
        if (address.length() > URL_MAX || !isOfTheWeb(address)) {
            throw RequestRefused.unprocessable("field_malformed",
                    "url: must be an http or https address of at most " + URL_MAX
                    + " characters");
        }
        return address;
    }

    private static boolean isOfTheWeb(String address) {
        try {
            URI uri = new URI(address);
            return uri.getRawAuthority() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private QrCode.Ecc errorCorrection() {
        return switch (level) {
            case "L" -> QrCode.Ecc.LOW;
            case "M" -> QrCode.Ecc.MEDIUM;
            case "Q" -> QrCode.Ecc.QUARTILE;
            case "H" -> QrCode.Ecc.HIGH;
            default -> throw RequestRefused.unprocessable("field_value_unknown", "level: must be one of L, M, Q, H");
        };
    }

    private int margin() {
        if (margin != null && (margin < 0 || margin > MARGIN_MAX)) {
            throw RequestRefused.unprocessable("field_out_of_range", "margin: must be from 0 to " + MARGIN_MAX);
        }
        if (Boolean.FALSE.equals(includeMargin)) {
            return 0;
        }
        return margin == null ? MARGIN : margin;
    }

    private static int colour(String name, String text) {
        var matcher = COLOUR.matcher(text);
        if (!matcher.matches()) {
            throw RequestRefused.unprocessable("field_malformed", name + ": must be a colour such as #0B5D4B");
        }
        String digits = matcher.group(1);
        return Integer.parseInt(digits.length() == 3 ? digits.replaceAll(".", "$0$0") : digits, 16);
    }
}
