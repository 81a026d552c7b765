package org.conversions.node;

import java.time.Duration;
import org.conversions.server.ConversionsServer;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.Test;

/** The description of the API, in the hands of tools that others wrote. */
class DescriptionIT {

    private static final Duration MAX = Duration.ofMinutes(2);

    private final ConversionsServer server = ConversionsServer.shared();

    @Test
    void itIsValidAndItsExamplesFitTheirSchemas() {
        Node.run(MAX, "openapi/lint.mjs", server.base() + "/openapi");
    }

    @Test
    void aClientGeneratedFromItCompilesAndWorks() {
        Node.run(MAX, "openapi/client.mjs", server.base().toString(), TestWorkspace.of(DescriptionIT.class).apiKey());
    }
}
