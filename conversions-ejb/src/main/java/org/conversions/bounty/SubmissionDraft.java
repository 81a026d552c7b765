package org.conversions.bounty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.conversions.address.Destination;
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
    private static final int NAME_MAX = 190;

    /** A file of proof. @param size in bytes */
    public record ProofFile(String url, String fileName, long size) {
    }

    public SubmissionDraft {
        // What is null in them is refused below, by its field.
        urls = urls == null ? List.of() : urls.stream().toList();
        files = files == null ? List.of() : files.stream().toList();
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
        if (said == null && urls.isEmpty() && files.isEmpty()) {
            throw RequestRefused.unprocessable("field_missing", "description, urls, files: one of them is required");
        }
        return new SubmissionDraft(said, urls.stream().map(url -> Destination.check("urls", url)).toList(),
                files.stream().map(SubmissionDraft::checked).toList());
    }

    private static ProofFile checked(ProofFile file) {
        if (file == null || file.fileName() == null || file.fileName().isBlank() || file.fileName().length() > NAME_MAX || file.size() < 0) {
            throw RequestRefused.unprocessable("field_malformed", "files: each must have a fileName and a size");
        }
        return new ProofFile(Destination.check("files", file.url()), file.fileName(), file.size());
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
