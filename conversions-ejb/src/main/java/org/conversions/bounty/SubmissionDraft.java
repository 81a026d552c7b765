package org.conversions.bounty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;

/**
 * What a partner hands in. Pure.
 *
 * @param description null for nothing said
 * @param urls        where the proof is
 * @param files       pictures that are somewhere on the web
 */
public record SubmissionDraft(String description, List<String> urls, List<ProofFile> files) {

    private static final int DESCRIPTION_MAX = 5_000;
    private static final int LIST_MAX = 10;
    private static final int URL_MAX = 2_000;
    private static final int NAME_MAX = 190;

    /** A file of proof. @param size in bytes */
    public record ProofFile(String url, String fileName, long size) {
    }

    public SubmissionDraft {
        urls = urls == null ? List.of() : List.copyOf(urls);
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** @throws RequestRefused unprocessable, naming the field */
    SubmissionDraft checked() {
        String said = description == null || description.isBlank() ? null : description.strip();
        if (said != null && said.length() > DESCRIPTION_MAX) {
            throw RequestRefused.unprocessable("field_too_long", "description: must have at most " + DESCRIPTION_MAX + " characters");
        }
        if (urls.size() > LIST_MAX || files.size() > LIST_MAX) {
            throw RequestRefused.unprocessable("field_count_invalid", "urls, files: must be at most " + LIST_MAX + " each");
        }
        urls.forEach(url -> checkUrl("urls", url));
        files.forEach(file -> {
            checkUrl("files", file.url());
            if (file.fileName() == null || file.fileName().isBlank() || file.fileName().length() > NAME_MAX || file.size() < 0) {
                throw RequestRefused.unprocessable("field_malformed", "files: each must have a fileName and a size");
            }
        });
        if (said == null && urls.isEmpty() && files.isEmpty()) {
            throw RequestRefused.unprocessable("field_missing", "description, urls, files: one of them is required");
        }
        return new SubmissionDraft(said, urls, files);
    }

    private static void checkUrl(String field, String url) {
        try {
            URI address = url == null || url.length() > URL_MAX ? null : URI.create(url);
            if (address != null && address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw malformed(field);
        }
        throw malformed(field);
    }

    private static RequestRefused malformed(String field) {
        return RequestRefused.unprocessable("field_malformed", field + ": must be addresses that begin with http:// or https://");
    }

    /** @return the files as JSON; null for none */
    String filesJson() {
        ArrayNode json = Json.MAPPER.createArrayNode();
        files.forEach(file -> json.addObject().put("url", file.url()).put("fileName", file.fileName()).put("size", file.size()));
        return json.isEmpty() ? null : json.toString();
    }

    /** Reads what {@link #filesJson} wrote. */
    static List<ProofFile> files(String json) {
        List<ProofFile> files = new ArrayList<>();
        for (JsonNode file : json == null ? Json.MAPPER.createArrayNode() : Json.read(json)) {
            files.add(new ProofFile(file.path("url").asText(), file.path("fileName").asText(), file.path("size").asLong()));
        }
        return files;
    }
}
