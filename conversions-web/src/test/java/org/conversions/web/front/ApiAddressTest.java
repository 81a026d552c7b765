package org.conversions.web.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiAddressTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /links, false, false", "HEAD, /links, false, false", "GET, /links, true, true", "HEAD, /links, true, true",
        "POST, /links, false, true", "DELETE, /links/ext_a%2Fb, true, true", "OPTIONS, /track/click, false, true",
        "GET, /links/x/y?z, true, true", "POST, /summer, true, false", "GET, /summer, true, false",
        "GET, /Links, true, false", "GET, /links;x, true, false", "GET, /linksx, true, false", "GET, /, true, false",
        "POST, '', true, false", "GET, //links, true, false", "POST, /app/links, true, false",
        "POST, /api/links, true, false", "GET, /analytics, true, true", "GET, /analytics/script.js, false, false"})
    void aProgramGetsTheApiAndAVisitorTheLink(String method, String path, boolean withKey, boolean api) {
        assertThat(ApiAddress.atRoot(method, path, withKey, "application/json")).isEqualTo(api);
        assertThat(ApiAddress.atRoot(method, path, withKey, null)).isEqualTo(api);
    }

    @Test
    void aFormIsFilledInByAVisitor() {
        String form = "application/x-www-form-urlencoded; charset=UTF-8";
        assertThat(ApiAddress.atRoot("POST", "/links", false, form)).isFalse();
        assertThat(ApiAddress.atRoot("POST", "/links", true, form)).isTrue();
    }

    @Test
    void everyNounOfTheApiIsThereAtTheRoot() {
        List<String> nouns = new ClassFileImporter().importPackages("org.conversions.web").stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(type -> type.getAnnotationOfType(Path.class).value().split("/")[0]).distinct()
                // Published clients call none of these: the pages of this server and the operator know where they are.
                .filter(noun -> !Set.of("setup", "server", "session", "me", "invitations", "password-resets", "portal", "audit", "oauth",
                        "notes", "views", "shares", "share", "stream", "sample")
                        .contains(noun)).toList();
        assertThat(nouns).contains("links", "track").isSubsetOf(ApiAddress.NOUNS);
    }
}
