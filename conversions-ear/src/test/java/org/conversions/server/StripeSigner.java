package org.conversions.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a body as Stripe does: {@code t=<seconds>,v1=<HMAC-SHA256 of seconds, dot and body>}. */
public final class StripeSigner {

    private StripeSigner() {}

    public static String sign(String body, String secret) {
        return sign(body, secret, Instant.now());
    }

    public static String sign(String body, String secret, Instant at) {
        return "t=" + at.getEpochSecond() + ",v1=" + v1(body, secret, at);
    }

    /** The signature alone, for headers that a test wants to put together itself. */
    public static String v1(String body, String secret, Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = (at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
