package org.conversions.web.api.qr;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.secret.TokenHash;
import org.conversions.web.error.TooManyRequests;
import org.conversions.web.limit.NetworkLimits;

/** Draws codes, and keeps the pictures for the next request for the same. Each network gets so many new ones in a minute. */
@ApplicationScoped
class QrCodes {

    private static final int BYTES_MAX = 8 * 1024 * 1024;
    private static final int BYTES_BESIDE = 1_000;
    private static final int TAG_LENGTH = 32;

    @Inject
    private NetworkLimits limits;

    /** @param tag what distinguishes the picture from others */
    record Drawn(byte[] bytes, String tag) {
    }

    private record PictureKey(QrCodeDraft draft, boolean svg) {
    }

    private final Cache<PictureKey, Drawn> drawn = Caffeine.newBuilder().maximumWeight(BYTES_MAX)
            .weigher((PictureKey key, Drawn picture) ->
                    BYTES_BESIDE + 2 * key.draft().address().length() + picture.bytes().length).build();

    /**
     * @param svg     whether a drawing is wanted, and not a PNG
     * @param request the one that asks
     * @throws RequestRefused  unprocessable for what cannot be drawn
     * @throws TooManyRequests when the picture is new and the caller's network has had too many of them
     */
    Drawn drawn(QrCodeDraft draft, boolean svg, HttpServletRequest request) {
        return drawn.get(new PictureKey(draft, svg), key -> {
            limits.draws(request);
            QrCodePicture picture = draft.picture();
            byte[] bytes = svg ? picture.svg().getBytes(StandardCharsets.UTF_8) : picture.png();
            return new Drawn(bytes, TokenHash.sha256(new String(bytes, StandardCharsets.ISO_8859_1))
                    .substring(0, TAG_LENGTH));
        });
    }
}
