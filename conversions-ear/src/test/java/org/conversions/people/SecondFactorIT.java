package org.conversions.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.api.AtOnce;
import org.conversions.api.Errors;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.Test;

/** The second factor: codes of an app and recovery codes, each of which opens once. */
class SecondFactorIT {

    private static final ConversionsServer SERVER = ConversionsServer.shared();

    private final Person person = Person.join(SERVER, TestWorkspace.of(SecondFactorIT.class).apiKey(), "viewer");
    private String secret;
    private JsonNode recoveryCodes;

    @Test
    void itIsAskedForOnceACodeWasShown() {
        JsonNode begun = begin();
        assertThat(begun.path("otpauthUri").asText()).startsWith("otpauth://totp/Conversions:").contains("secret=" + secret);
        person.elsewhere().login();
        Errors.isError(confirm("000000"), 422);
        String before = person.cookie();
        Person other = person.elsewhere().login();
        turnOn();
        assertThat(recoveryCodes).hasSize(10);
        Errors.isError(other.get("/api/me"), 401);
        Errors.isError(person.withCookie(before).get("/api/me"), 401);
        JsonNode me = person.get("/api/me").expect(200);
        assertThat(me.path("totp").asBoolean()).isTrue();
        assertThat(me.path("recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(me.toString()).doesNotContain(secret);
        Errors.isError(person.post("/api/me/totp", object("password", Person.PASSWORD)), 409);
    }

    @Test
    void onlyWhoKnowsThePasswordLearnsThatThereIsOne() {
        begin();
        turnOn();
        Answer asked = person.elsewhere().login(Person.PASSWORD, null);
        Errors.isError(asked, 401);
        assertThat(asked.header("Conversions-Reason")).isEqualTo("second_factor_required");
        Answer wrongPassword = person.elsewhere().login("a wrong password", "000000");
        Answer wrongCode = person.elsewhere().login(Person.PASSWORD, "000000");
        assertThat(wrongPassword.header("Conversions-Reason")).isEqualTo("login_failed");
        assertThat(wrongCode.body()).isEqualTo(wrongPassword.body());
        assertThat(wrongCode.header("Conversions-Reason")).isEqualTo("login_failed");
    }

    @Test
    void aCodeOpensOnce() {
        begin();
        turnOn();
        String code = Totp.code(secret, 1);
        person.elsewhere().login(Person.PASSWORD, code.substring(0, 3) + " " + code.substring(3)).expect(200);
        Errors.isError(person.elsewhere().login(Person.PASSWORD, code), 401);
        Errors.isError(person.elsewhere().login(Person.PASSWORD, Totp.code(secret, 0)), 401);
    }

    @Test
    void ofManyRequestsWithACodeAtOnceOneIsLetIn() {
        begin();
        turnOn();
        assertThat(letIn(Totp.code(secret, 1))).containsOnlyOnce(200).isSubsetOf(200, 401, 503);
        assertThat(letIn(recoveryCodes.path(0).asText())).containsOnlyOnce(200).isSubsetOf(200, 401, 503);
    }

    @Test
    void aRecoveryCodeOpensOnceAndEveryOneOfThem() {
        begin();
        turnOn();
        person.elsewhere().login(Person.PASSWORD, recoveryCodes.path(3).asText()).expect(200);
        Errors.isError(person.elsewhere().login(Person.PASSWORD, recoveryCodes.path(3).asText()), 401);
        person.elsewhere().login(Person.PASSWORD, recoveryCodes.path(4).asText().replace("-", "")).expect(200);
        assertThat(person.get("/api/me").json().path("recoveryCodesLeft").asInt()).isEqualTo(8);
    }

    @Test
    void toTurnItOffTakesPasswordAndCode() {
        begin();
        turnOn();
        Errors.isError(person.delete("/api/me/totp", object("password", "wrong", "code", recoveryCodes.path(0).asText())), 403);
        Errors.isError(person.delete("/api/me/totp", object("password", Person.PASSWORD, "code", "000000")), 422);
        assertThat(person.delete("/api/me/totp", object("password", Person.PASSWORD, "code", recoveryCodes.path(0).asText()))
                .status()).isEqualTo(204);
        person.elsewhere().login();
        assertThat(person.get("/api/me").json().path("recoveryCodesLeft").asInt()).isZero();
    }

    @Test
    void codesAreGuessedNoMoreThanPasswords() {
        begin();
        for (int i = 0; i < 9; i++) {
            Errors.isError(confirm("00000" + i), 422);
        }
        Errors.isError(confirm(Totp.code(secret, 0)), 429);
        Errors.isError(person.put("/api/me/password", object("currentPassword", "guess", "newPassword", "another long password")), 429);
    }

    @Test
    void secretsAreSealedAgainWithAllOthers() {
        begin();
        turnOn();
        SERVER.api(ServerSettings.OPERATOR_TOKEN).post("/api/server/secrets/seal", "{}").expect(200);
        person.elsewhere().login(Person.PASSWORD, Totp.code(secret, 1)).expect(200);
    }

    private JsonNode begin() {
        Errors.isError(person.post("/api/me/totp", object("password", "a wrong password")), 403);
        JsonNode begun = person.post("/api/me/totp", object("password", Person.PASSWORD)).expect(200);
        secret = begun.path("secret").asText();
        return begun;
    }

    private void turnOn() {
        recoveryCodes = confirm(Totp.code(secret, 0)).expect(200).path("recoveryCodes");
    }

    private Answer confirm(String code) {
        return person.post("/api/me/totp", object("password", Person.PASSWORD, "code", code));
    }

    private List<Integer> letIn(String code) {
        return AtOnce.all(IntStream.range(0, 4).<Callable<Integer>>mapToObj(i -> () ->
                person.elsewhere().login(Person.PASSWORD, code).status()).toList());
    }
}
