package org.conversions.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiDescriptionTest {

    private static final ObjectNode DESCRIPTION = ApiDescription.complete();
    /** The answer of what is opened by a browser, which goes on elsewhere. */
    private static final String SENT_ON = "303";

    @Test
    void itIsOpenApi31OfWhatIsBelowApi() {
        assertThat(DESCRIPTION.path("openapi").asText()).startsWith("3.1");
        assertThat(DESCRIPTION.path("servers").path(0).path("url").asText()).isEqualTo("/api");
    }

    @Test
    void everyMethodOfEveryResourceIsInIt() {
        assertThat(described()).containsExactlyInAnyOrderElementsOf(written());
    }

    @Test
    void everyOperationSaysWhatItDoesAndBelongsToADescribedTag() {
        Set<String> tags = texts(DESCRIPTION.path("tags"), "name");
        Set<String> ids = new HashSet<>();
        Set<String> used = new TreeSet<>();
        each((name, operation) -> {
            assertThat(operation.path("summary").asText()).as(name).isNotBlank();
            assertThat(operation.path("tags")).as(name).hasSize(1);
            assertThat(tags).as(name).contains(operation.path("tags").path(0).asText());
            used.add(operation.path("tags").path(0).asText());
            assertThat(ids.add(operation.path("operationId").asText())).as(name).isTrue();
        });
        assertThat(used).containsExactlyInAnyOrderElementsOf(tags);
    }

    @Test
    void everyAnswerHasOneSuccessStatusAndASchema() {
        List<String> faults = new ArrayList<>();
        each((name, operation) -> {
            List<String> success = new ArrayList<>();
            operation.path("responses").fieldNames().forEachRemaining(status -> {
                if (status.startsWith("2") || status.equals(SENT_ON)) {
                    success.add(status);
                }
            });
            JsonNode contents = operation.path("responses").path(success.isEmpty() ? "" : success.get(0))
                    .path("content");
            if (success.size() != 1 || contents.isEmpty() != (success.contains("204") || success.contains(SENT_ON))) {
                faults.add(name + " " + success);
            }
            contents.properties().forEach(content -> {
                if (content.getValue().path("schema").isEmpty()) {
                    faults.add(name + " answers " + content.getKey() + " without a schema");
                }
            });
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void everyBodyHasASchema() {
        List<String> faults = new ArrayList<>();
        each((name, operation) -> operation.path("requestBody").path("content").properties().forEach(content -> {
            if (content.getValue().path("schema").isEmpty()) {
                faults.add(name);
            }
        }));
        assertThat(faults).isEmpty();
    }

    @Test
    void everyErrorIsDescribedByTheErrorSchemaUnlessItIsInOAuthsWords() {
        each((name, operation) -> operation.path("responses").properties().forEach(response -> {
            boolean own = response.getValue().at("/content/application~1json/schema/$ref").asText().endsWith("/Problem");
            if (own) {
                assertThat(name).isIn("post /oauth/token", "post /oauth/revoke");
            } else if (response.getKey().startsWith("4") || response.getKey().startsWith("5")) {
                JsonNode error = DESCRIPTION.at(response.getValue().path("$ref").asText().substring(1));
                assertThat(error.at("/content/application~1json/schema/$ref").asText()).as(name).endsWith("/Error");
                assertThat(error.at("/content/application~1json/example/error/code").asText()).as(name).isNotBlank();
            }
        }));
    }

    @Test
    void everyParameterIsExplained() {
        Set<String> faults = new TreeSet<>();
        each((name, operation) -> operation.path("parameters").forEach(parameter -> {
            JsonNode it = parameter.has("$ref") ? DESCRIPTION.at(parameter.path("$ref").asText().substring(1)) : parameter;
            if (it.path("description").asText().isBlank()) {
                faults.add(it.path("name").asText() + " of " + name);
            }
        }));
        assertThat(faults).isEmpty();
    }

    @Test
    void anOpenOperationThatTurnsSomeAwaySaysSo() {
        assertThat(errors("post /setup")).contains("401").doesNotContain("403");
        assertThat(errors("get /embed/referrals")).contains("401").doesNotContain("403");
        assertThat(errors("get /oauth/userinfo")).contains("401").doesNotContain("403");
        assertThat(errors("post /track/click")).contains("403").doesNotContain("401");
        assertThat(errors("post /track/visit")).contains("403").doesNotContain("401");
        assertThat(errors("get /qr")).doesNotContain("401", "403");
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        Set<String> used = DESCRIPTION.findValuesAsText("$ref").stream().collect(Collectors.toCollection(TreeSet::new));
        for (String reference : used) {
            assertThat(DESCRIPTION.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        }
        DESCRIPTION.path("components").path("schemas").fieldNames().forEachRemaining(name ->
                assertThat(used).contains("#/components/schemas/" + name));
    }

    @Test
    void everyExampleIsOfAnOperation() {
        assertThat(described()).containsAll(ApiDescription.examples());
    }

    /** The methods of the package {@code dub} that this server answers. */
    @ParameterizedTest
    @CsvSource({
        "links.create, post /links", "links.createMany, post /links/bulk", "links.upsert, put /links/upsert",
        "links.update, patch /links/{id}", "links.updateMany, patch /links/bulk", "links.delete, delete /links/{id}",
        "links.deleteMany, delete /links/bulk", "links.get, get /links/info", "links.list, get /links",
        "links.count, get /links/count", "track.lead, post /track/lead", "track.sale, post /track/sale",
        "analytics.retrieve, get /analytics", "events.list, get /events", "customers.list, get /customers",
        "customers.get, get /customers/{id}", "customers.update, patch /customers/{id}",
        "customers.delete, delete /customers/{id}", "partners.create, post /partners", "partners.list, get /partners",
        "partners.createLink, post /partners/links", "partners.upsertLink, put /partners/links/upsert",
        "partnerApplications.list, get /partners/applications",
        "partnerApplications.approve, post /partners/applications/approve",
        "partnerApplications.reject, post /partners/applications/reject", "partners.ban, post /partners/ban", "partners.deactivate, post /partners/deactivate",
        "partners.retrieveLinks, get /partners/links", "partners.analytics, get /partners/analytics",
        "bounties.listSubmissions, get /bounties/{bountyId}/submissions",
        "bounties.approveSubmission, post /bounties/{bountyId}/submissions/{submissionId}/approve",
        "bounties.rejectSubmission, post /bounties/{bountyId}/submissions/{submissionId}/reject",
        "commissions.list, get /commissions", "commissions.update, patch /commissions/{id}",
        "commissions.updateMany, patch /commissions/bulk", "tags.list, get /tags", "tags.create, post /tags",
        "tags.update, patch /tags/{id}", "tags.delete, delete /tags/{id}", "folders.list, get /folders",
        "folders.create, post /folders", "folders.update, patch /folders/{id}", "folders.delete, delete /folders/{id}",
        "domains.list, get /domains", "domains.create, post /domains", "domains.update, patch /domains/{slug}",
        "domains.delete, delete /domains/{slug}", "domains.register, post /domains/register",
        "domains.checkStatus, get /domains/status", "qrCodes.get, get /qr",
        "embedTokens.referrals, post /tokens/embed/referrals"})
    void anOperationHasTheNameThatPublishedClientsGiveIt(String name, String where) {
        Set<String> found = new TreeSet<>();
        each((place, operation) -> {
            if (operation.path("operationId").asText().equals(name)) {
                found.add(place);
            }
        });
        assertThat(found).containsExactly(where);
    }

    private static Set<String> errors(String wanted) {
        Set<String> statuses = new TreeSet<>();
        each((name, operation) -> {
            if (name.equals(wanted)) {
                operation.path("responses").fieldNames().forEachRemaining(statuses::add);
            }
        });
        return statuses;
    }

    private static Set<String> described() {
        Set<String> operations = new TreeSet<>();
        each((name, operation) -> operations.add(operation.path("operationId").asText()));
        return operations;
    }

    private static Set<String> written() {
        JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.conversions.web");
        return classes.stream().filter(type -> type.isAnnotatedWith(Path.class)).map(type -> type.reflect())
                .flatMap(type -> Stream.of(type.getDeclaredMethods()).filter(ApiDescriptionTest::answersRequests)
                        .map(method -> Operation.id(method)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean answersRequests(Method method) {
        return !method.isSynthetic() && Stream.of(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static void each(BiConsumer<String, JsonNode> check) {
        DESCRIPTION.path("paths").properties().forEach(path -> path.getValue().properties().forEach(
                operation -> check.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private static Set<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false).map(item -> item.path(field).asText())
                .collect(Collectors.toSet());
    }
}
