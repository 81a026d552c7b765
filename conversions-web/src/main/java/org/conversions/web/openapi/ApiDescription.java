package org.conversions.web.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.conversions.platform.Json;

/** Assembles the description of the API. */
final class ApiDescription {

    /** The description as the build has read it from the classes. */
    private static final String FROM_CLASSES = "/openapi.json";
    /** The parts that are the same everywhere: title, servers, tags, keys, errors. */
    private static final String FRAME = "frame.json";
    /** The meanings of names that stand in many places. */
    private static final String EXPLANATIONS = "explanations.json";
    /** Bodies as they really go over the wire, by operation id. */
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
        Corrections.inline(read);
        schemas.setAll((ObjectNode) read.path("components").path("schemas"));
        Corrections.withoutInlined(schemas);
        Schemas records = new Schemas(schemas);
        ObjectNode examples = read(EXAMPLES);
        ObjectNode paths = description.putObject("paths");
        read.path("paths").properties().forEach(path -> {
            ObjectNode operations = paths.putObject(path.getKey());
            path.getValue().properties().forEach(operation -> operations.set(operation.getKey(),
                    new Operation(operation.getKey(), path.getKey(), (ObjectNode) operation.getValue()).completed(records, examples)));
        });
        new SchemaNames(records.records(), ours).give(description, schemas);
        new Explanations(read(EXPLANATIONS)).explain(paths, schemas);
        return description;
    }

    /** Returns the ids of the operations that there are examples of. */
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
