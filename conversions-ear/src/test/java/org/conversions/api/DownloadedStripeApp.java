package org.conversions.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.conversions.server.ConversionsServer;

/** The Stripe App as the shared server hands it out: its files, by their names. */
public record DownloadedStripeApp(Map<String, byte[]> files) {

    private static final String MANIFEST = "conversions-stripe-app/stripe-app.json";

    /** @param query such as {@code ?id=com.example}, or nothing */
    public static DownloadedStripeApp of(String apiKey, String query) {
        URI address = URI.create(ConversionsServer.shared().base() + "/api/stripe/app" + query);
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + apiKey).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(new String(answer.body()));
            }
            return unpacked(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonNode manifest() {
        try {
            return new ObjectMapper().readTree(files.get(MANIFEST));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DownloadedStripeApp unpacked(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new DownloadedStripeApp(files);
    }
}
