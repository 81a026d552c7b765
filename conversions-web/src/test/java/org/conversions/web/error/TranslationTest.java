package org.conversions.web.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {

    record Variant(String url, int percentage) {
    }

    record Link(String url, Boolean archived, List<Variant> variants, Map<String, String> geo) {
        Link {
            if ("refuse".equals(url)) {
                throw RequestRefused.unprocessable("field_malformed", "url: must be an address");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"BAD_REQUEST,400,bad_request", "UNAUTHORIZED,401,unauthorized", "FORBIDDEN,403,forbidden",
        "NOT_FOUND,404,not_found", "CONFLICT,409,conflict", "UNPROCESSABLE_ENTITY,422,unprocessable_entity"})
    void aRefusalHasTheStatusAndCodeThatClientsKnow(Code code, int status, String name) {
        assertThat(Translation.of(new RequestRefused(code, "because", "Because.")))
                .contains(new ApiError(status, name, "because", "Because."));
    }

    @Test
    void aRefusalIsFoundInsideWhatTheContainerWrapsAroundIt() {
        assertThat(Translation.of(new EJBException(new RuntimeException(
                RequestRefused.notFound("link_not_found", "No such link.")))))
                .contains(new ApiError(404, "not_found", "link_not_found", "No such link."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"url\":}", "nonsense", "{\"url\":\"a\"", "{} {}", "{\"url\":\"\u0001\"}"})
    void whatIsNotJsonIsABadRequest(String body) {
        ApiError error = Translation.of(reading(body)).orElseThrow();
        assertThat(error.status()).isEqualTo(400);
        assertThat(error.reason()).isEqualTo("body_malformed");
        assertThat(error.message()).startsWith("The body is not valid JSON (line 1, column ");
    }

    @Test
    void jsonThatIsTooDeepIsABadRequest() {
        String body = "{\"unknown\":" + "[".repeat(2000) + "]".repeat(2000) + "}";
        assertThat(Translation.of(reading(body))).map(ApiError::status).contains(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"url\":1}                                  | url: must be a string",
        "{\"url\":{}}                                 | url: must be a string",
        "{\"archived\":\"yes\"}                       | archived: must be true or false",
        "{\"archived\":1}                             | archived: must be true or false",
        "{\"variants\":{}}                            | variants: must be an array",
        "{\"variants\":[{},{\"percentage\":\"50\"}]}  | variants[1].percentage: must be a whole number",
        "{\"variants\":[{\"percentage\":1.5}]}        | variants[0].percentage: must be a whole number",
        "{\"variants\":[{\"percentage\":99999999999}]}| variants[0].percentage: must be a whole number",
        "{\"geo\":{\"US\":[]}}                        | geo.US: must be a string",
        "[]                                           | body: must be an object",
        "\"text\"                                     | body: must be an object"})
    void aWrongTypeIsUnprocessableAndNamed(String body, String message) {
        assertThat(Translation.of(reading(body)))
                .contains(new ApiError(422, "unprocessable_entity",
                        message.startsWith("body:") ? "body_malformed" : "field_malformed", "invalid_type: " + message));
    }

    @Test
    void aRecordThatRefusesItsValuesSpeaksForItself() {
        assertThat(Translation.of(reading("{\"url\":\"refuse\"}")))
                .contains(new ApiError(422, "unprocessable_entity", "field_malformed", "url: must be an address"));
    }

    @ParameterizedTest
    @CsvSource({"400,request_malformed", "404,address_not_found", "405,method_not_allowed", "406,not_acceptable",
        "415,unsupported_media_type", "500,internal_server_error", "503,server_busy"})
    void aStatusWithoutASentenceHasAReasonToo(int status, String reason) {
        assertThat(Translation.of(status).reason()).isEqualTo(reason);
    }

    @Test
    void aLongBodyIsRefusedAsSuch() {
        assertThat(Translation.of(new ContentTooLarge(1024)))
                .contains(new ApiError(413, "content_too_large", "content_too_large", "The body must have at most 1024 bytes."));
    }

    @ParameterizedTest
    @ValueSource(ints = {1062, 23505})
    void aRaceForTheSameUniqueKeyIsAConflict(int vendorCode) {
        SQLException race = new SQLIntegrityConstraintViolationException("duplicate", "23000", vendorCode);
        assertThat(Translation.of(new EJBException(new PersistenceException(race)))).map(ApiError::status)
                .contains(409);
        assertThat(Translation.of(new OptimisticLockException())).map(ApiError::status).contains(409);
    }

    static Stream<SQLException> passingTroubles() {
        return Stream.of(new SQLTransactionRollbackException("deadlock", "40001", 1213),
                new BatchUpdateException("deadlock", "40001", 1213, new int[0]),
                new BatchUpdateException("lock timeout of H2", "HYT00", 50200, new int[0]),
                new BatchUpdateException("lock wait timeout of MySQL", "41000", 1205, new int[0]));
    }

    @ParameterizedTest
    @MethodSource("passingTroubles")
    void aDeadlockIsPassingTroubleAndWorthAnotherTry(SQLException trouble) {
        assertThat(Translation.of(new PersistenceException(trouble))).map(ApiError::status).contains(503);
    }

    @Test
    void everythingElseIsABugOfOursAndSaysNothing() {
        SQLException missingValue = new SQLIntegrityConstraintViolationException("not null", "23502", 23502);
        assertThat(List.<Throwable>of(new IllegalStateException("secret"), new NullPointerException(),
                new PersistenceException(missingValue), new StackOverflowError(), writing(new Object()),
                new IllegalStateException("A stored JSON text cannot be read", reading("{"))))
                .allSatisfy(bug -> assertThat(Translation.of(bug)).isEmpty());
    }

    @Test
    void theBodyIsTheJsonOfThePublishedClients() {
        assertThat(Json.write(ApiError.of(404, "link_not_found", "No such link.").body("https://go.example.com/")))
                .isEqualTo("{\"error\":{\"code\":\"not_found\",\"message\":\"No such link.\","
                        + "\"doc_url\":\"https://go.example.com/app/errors/#not_found\"}}");
    }

    @ParameterizedTest
    @CsvSource({"402,bad_request", "502,internal_server_error"})
    void aStatusWithoutACodeOfItsOwnGetsTheNearestKnownOne(int status, String code) {
        assertThat(ApiError.code(status)).isEqualTo(code);
    }

    private static Throwable writing(Object ours) {
        return catchThrowable(() -> Json.MAPPER.writeValueAsString(ours));
    }

    private static Throwable reading(String body) {
        return catchThrowable(() -> Json.MAPPER.readValue(body, Link.class));
    }
}
