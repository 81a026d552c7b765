package org.conversions.web.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.conversions.platform.Json;

/** Puts the description of the API together. */
final class ApiDescription {

    /** What the build has read from the classes. */
    private static final String FROM_CLASSES = "/openapi.json";
    /** What is the same everywhere: title, servers, tags, keys, errors. */
    private static final String FRAME = "frame.json";
    /** What names mean that stand in many places. */
    private static final String WORDS = "words.json";
    /** By operation id, bodies as they really go over the wire. */
    private static final String EXAMPLES = "examples.json";

    private ApiDescription() {
    }

    static byte[] json() {
        try {
            return Json.MAPPER.writeValueAsBytes(complete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode complete() {
        ObjectNode read = read(FROM_CLASSES);
        ObjectNode description = read(FRAME);
        ObjectNode schemas = (ObjectNode) description.path("components").path("schemas");
        Set<String> ours = new HashSet<>();
        schemas.fieldNames().forEachRemaining(ours::add);
        Tidy.inline(read);
        schemas.setAll((ObjectNode) read.path("components").path("schemas"));
        Tidy.withoutInlined(schemas);
        Schemas records = new Schemas(schemas);
        Operation.Parts parts = new Operation.Parts(records, read(EXAMPLES));
        ObjectNode paths = description.putObject("paths");
        read.path("paths").properties().forEach(path -> {
            ObjectNode operations = paths.putObject(path.getKey());
            path.getValue().properties().forEach(operation -> operations.set(operation.getKey(),
                    new Operation(operation.getKey(), path.getKey(), (ObjectNode) operation.getValue()).completed(parts)));
        });
        new Names(records.records(), ours).give(description, schemas);
        new Words(read(WORDS)).explain(paths, schemas);
        return description;
    }

    /** The ids of the operations that there are examples of. */
    static Set<String> examples() {
        Set<String> ids = new HashSet<>();
        read(EXAMPLES).fieldNames().forEachRemaining(ids::add);
        return ids;
    }

    private static ObjectNode read(String resource) {
        try (InputStream file = ApiDescription.class.getResourceAsStream(resource)) {
            return (ObjectNode) Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
