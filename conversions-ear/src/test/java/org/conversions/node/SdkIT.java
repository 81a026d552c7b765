package org.conversions.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.stream.Stream;
import org.conversions.server.ConversionsServer;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The npm package dub, unchanged, drives this server through everything it can ask for. */
class SdkIT {

    private static final Duration MAX = Duration.ofMinutes(3);

    private final ConversionsServer server = ConversionsServer.shared();

    @TestFactory
    Stream<DynamicTest> thePublishedClient() {
        TestWorkspace workspace = TestWorkspace.of(SdkIT.class);
        return Node.run(MAX, "sdk/scenario.mjs", server.base().toString(), workspace.apiKey(),
                        workspace.publishableKey()).lines()
                .map(SdkIT::json).map(part -> DynamicTest.dynamicTest(part.path("name").asText(),
                        () -> assertThat(part.path("fault").asText()).isEmpty()));
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
