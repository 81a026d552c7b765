package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.Test;

/** Workspaces that the operator makes. */
@OnBothDatabases
class ServerWorkspacesIT {

    private static final String PATH = "/api/server/workspaces";

    private final ConversionsServer server = ConversionsServer.shared();
    private final Api operator = server.api(ServerSettings.OPERATOR_TOKEN);

    @Test
    void aWorkspaceIsMadeWithTheKeysThatOpenIt() {
        String slug = unique("shop-");
        JsonNode made = expect(201, operator.post(PATH, object("name", "Shop", "slug", slug, "currency", "EUR")));
        assertThat(made.path("plan").asText()).isEqualTo("advanced");
        JsonNode workspace = expect(200, server.api(made.path("apiKey").asText()).get("/api/workspace"));
        for (String field : List.of("id", "name", "slug", "currency", "createdAt")) {
            assertThat(workspace.path(field)).as(field).isEqualTo(made.path(field));
        }
        assertThat(workspace.path("currency").asText()).isEqualTo("eur");
        Errors.isError(server.api(made.path("publishableKey").asText()).get("/api/workspace"), 403);
        Api owner = server.api(made.path("apiKey").asText());
        expect(201, owner.post("/api/partners", object("email", unique("pat") + "@partners.example", "name", "Pat")));
        assertThat(Walk.byPage(operator, PATH + "?pageSize=100")).contains(made.path("id").asText());
    }

    @Test
    void keysThatTheOperatorChoseAreTheWorkspacesKeys() {
        String apiKey = unique("my-own-secret-key-");
        String publishableKey = unique("my-own-publishable-key-");
        JsonNode made = expect(201, operator.post(PATH, object("name", "Shop", "slug", unique("own-"),
                "apiKey", apiKey, "publishableKey", publishableKey)));
        assertThat(made.path("apiKey").asText()).isEqualTo(apiKey);
        expect(200, server.api(apiKey).get("/api/links"));
        Errors.isError(server.api(publishableKey).get("/api/links"), 403);
        Errors.isError(operator.post(PATH, object("name", "Shop", "slug", unique("own-"), "apiKey", apiKey)), 409);
        assertThat(operator.get(PATH + "?pageSize=100").body()).doesNotContain(apiKey, publishableKey);
    }

    @Test
    void aSlugIsTheNameOfOneWorkspace() {
        String slug = unique("taken-");
        expect(201, operator.post(PATH, object("name", "Shop", "slug", slug)));
        Errors.isError(operator.post(PATH, object("name", "Other shop", "slug", slug)), 409);
        List<Integer> statuses = AtOnce.all(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () ->
                        operator.post(PATH, object("name", "Race", "slug", slug + "-race")).status()).toList());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        isNamed("name", object("slug", unique("x-")));
        isNamed("name", object("name", " "));
        isNamed("slug", object("name", "Shop", "slug", "No Slug"));
        isNamed("currency", object("name", "Shop", "currency", "zzz"));
        isNamed("plan", object("name", "Shop", "plan", "gold"));
        isNamed("apiKey", object("name", "Shop", "apiKey", "short"));
        isNamed("publishableKey", object("name", "Shop", "publishableKey", "short"));
    }

    private void isNamed(String field, Object draft) {
        Api.Answer answer = operator.post(PATH, draft);
        Errors.isError(answer, 422);
        assertThat(answer.json().path("error").path("message").asText()).startsWith(field + ": ");
    }
}
