package org.conversions.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import java.util.Locale;

/**
 * Fetches a file of rates by http or https. Bounded in time and length, certificates verified, redirects not followed:
 * an answer from anywhere but the address that the operator named is none. Addresses may carry an access key, so no
 * message has one in it.
 */
final class RateDownload {

    private static final int CONNECT_MILLIS_MAX = 5_000;
    private static final int READ_MILLIS_MAX = 25_000;
    private static final Duration WHOLE_MAX = Duration.ofSeconds(30);
    private static final int BUFFER_BYTES = 8_192;

    private RateDownload() {
    }

    /**
     * @return the answer of the address, at most a byte more than {@link RateFile#BYTES_MAX}
     * @throws IOException with a message for the log
     */
    static byte[] fetch(String address) throws IOException {
        HttpURLConnection connection = open(address);
        connection.setConnectTimeout(CONNECT_MILLIS_MAX);
        connection.setReadTimeout(READ_MILLIS_MAX);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Accept", "application/json, application/xml, text/xml");
        try {
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("the answer has status " + status);
            }
            try (InputStream body = connection.getInputStream()) {
                return read(body);
            }
        } finally {
            connection.disconnect();
        }
    }

    private static HttpURLConnection open(String address) throws IOException {
        try {
            URL url = new URL(address);
            String protocol = url.getProtocol().toLowerCase(Locale.ROOT);
            if ((protocol.equals("https") || protocol.equals("http")) && !url.getHost().isEmpty()) {
                return (HttpURLConnection) url.openConnection();
            }
        } catch (MalformedURLException e) {
            // The cause would have the address in it.
            throw new IOException("it must be an http or https address");
        }
        throw new IOException("it must be an http or https address");
    }

    /** Each read is bounded by the connection; a sender of one byte at a time is stopped here. */
    private static byte[] read(InputStream body) throws IOException {
        long end = System.nanoTime() + WHOLE_MAX.toNanos();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            whole.write(buffer, 0, read);
            if (whole.size() > RateFile.BYTES_MAX) {
                throw new IOException("the answer is longer than " + RateFile.BYTES_MAX + " bytes");
            }
            if (System.nanoTime() > end) {
                throw new IOException("the answer takes longer than " + WHOLE_MAX.toSeconds() + " seconds");
            }
        }
        return whole.toByteArray();
    }
}
