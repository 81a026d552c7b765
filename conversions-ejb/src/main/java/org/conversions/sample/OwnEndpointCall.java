package org.conversions.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts events to this server's own endpoint, signed as Stripe signs: on the loopback of this machine, at the port at which
 * this server was asked for the sample, or else at its base address. It calls no other address.
 */
@ApplicationScoped
class OwnEndpointCall {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PATH = "/api/stripe/webhook/";
    private static final int CONNECT_MILLIS_MAX = 3_000;
    private static final int READ_MILLIS_MAX = 20_000;

    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /** @throws IOException when it was not taken in */
    void post(int port, String token, String secret, String event) throws IOException {
        byte[] body = event.getBytes(StandardCharsets.UTF_8);
        String signature = signature(secret, event);
        try {
            post("http://127.0.0.1:" + port, token, signature, body);
        } catch (IOException onLoopback) {
            // The port may be another one since a restart, or speak TLS only.
            try {
                post(baseUrl.replaceAll("/+$", ""), token, signature, body);
            } catch (IOException e) {
                e.addSuppressed(onLoopback);
                throw e;
            }
        }
    }

    private static void post(String server, String token, String signature, byte[] body) throws IOException {
        HttpURLConnection call = (HttpURLConnection) new URL(server + PATH + token).openConnection(Proxy.NO_PROXY);
        call.setConnectTimeout(CONNECT_MILLIS_MAX);
        call.setReadTimeout(READ_MILLIS_MAX);
        call.setInstanceFollowRedirects(false);
        call.setDoOutput(true);
        call.setRequestMethod("POST");
        call.setRequestProperty("Content-Type", "application/json; charset=utf-8");
        call.setRequestProperty("Stripe-Signature", signature);
        call.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = call.getOutputStream()) {
            out.write(body);
        }
        int status = call.getResponseCode();
        try (InputStream answer = status < HttpURLConnection.HTTP_BAD_REQUEST ? call.getInputStream() : call.getErrorStream()) {
            // Read to its end, so that the connection is used again.
            while (answer != null && answer.read() >= 0) {
                continue;
            }
        }
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IOException("This server's own endpoint answered with " + status);
        }
    }

    private String signature(String secret, String event) {
        long now = clock.instant().getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "t=" + now + ",v1=" + HexFormat.of().formatHex(mac.doFinal((now + "." + event).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }
}
