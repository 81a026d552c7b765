package org.conversions.web.api.qr;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.List;
import org.conversions.platform.RequestRefused;

/**
 * The content and the look of a code: everything that its picture depends on.
 *
 * @param size   of the picture, in pixels
 * @param margin least width of the light border, in modules
 */
record QrCodeDraft(String address, QrCode.Ecc level, int size, int margin, int foreground, int background) {

    static final int SIZE_MAX = 1_000;

    /** @throws RequestRefused unprocessable for an address that no code of the level, or of the size, can hold */
    QrCodePicture picture() {
        QrCode code = code();
        int smallest = QrCodePicture.smallest(code, margin);
        if (size < smallest || size > SIZE_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    "size: must be from " + smallest + " for this url to " + SIZE_MAX);
        }
        return new QrCodePicture(code, size, margin, foreground, background);
    }

    private QrCode code() {
        try {
            return QrCode.encodeSegments(List.copyOf(QrSegment.makeSegments(address)), level, QrCode.MIN_VERSION,
                    QrCode.MAX_VERSION, -1, false);
        } catch (DataTooLongException e) {
            throw RequestRefused.unprocessable("field_too_long",
                    "url: is too long for a code of level " + level.name().charAt(0));
        }
    }
}
