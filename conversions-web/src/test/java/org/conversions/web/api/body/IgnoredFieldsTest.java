package org.conversions.web.api.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conversions.platform.Json;
import org.conversions.web.api.ListQuery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class IgnoredFieldsTest {

    record Inner(String colour) {
    }

    record Outer(@JsonAlias({"older", "oldest"}) String newest, @JsonProperty("utm_source") String source,
                 List<Inner> many, Inner one, JsonNode anything, @Schema(implementation = Inner.class) JsonNode described) {
    }

    @SuppressWarnings("unused")
    static final class Operations {

        void change(@PathParam("id") String id, @QueryParam("which") String which, @BeanParam ListQuery list, Outer body) {
            // Only its parameters are read.
        }

        @BodyFields(Inner.class)
        void paint(JsonNode body) {
            // Only its parameters are read.
        }

        void take(JsonNode body) {
            // Only its parameters are read.
        }
    }

    @Test
    void aFieldIsKnownByEachOfItsNames() {
        assertThat(unknown("change", "{'newest':'a','older':'b','oldest':'c','utm_source':'d'}")).isEmpty();
        assertThat(unknown("change", "{'source':'a','Newest':'b'}")).containsExactly("Newest", "source");
    }

    @Test
    void whatIsWithinAFieldIsNamedWithItsPath() {
        assertThat(unknown("change", "{'many':[{'colour':'a'},{'color':'b'}],'one':{'color':'c'},'described':{'x':1}}"))
                .containsExactly("described.x", "many.color", "one.color");
    }

    @Test
    void whereAnythingGoesNothingIsUnknown() {
        assertThat(unknown("change", "{'anything':{'x':{'y':1}}}")).isEmpty();
        assertThat(unknown("take", "{'x':1}")).isEmpty();
    }

    @Test
    void aBodyOfAnyShapeIsKnownByWhatItsOperationSaysOfIt() {
        assertThat(unknown("paint", "[{'colour':'a'},{'color':'b'}]")).containsExactly("color");
        assertThat(unknown("paint", "'text'")).isEmpty();
    }

    @Test
    void theParametersOfAQueryAreThoseOfTheOperationAndOfItsBeans() {
        assertThat(KnownFields.of(operation("change")).query()).contains("which", "page", "mode").doesNotContain("id");
    }

    @Test
    void aHeaderHoldsAFewNamesAndNothingThatBreaksIt() {
        assertThat(IgnoredFields.text(new TreeSet<>(Set.of("b", "a")))).isEqualTo("a, b");
        assertThat(IgnoredFields.text(Set.of("a\r\nB: c,\u00f6"))).isEqualTo("a%0D%0AB%3A+c%2C%C3%B6");
        Set<String> many = IntStream.range(0, 100).mapToObj(i -> "x".repeat(500) + i).collect(Collectors.toSet());
        assertThat(IgnoredFields.text(many)).hasSizeLessThan(2_200).endsWith(", ...");
    }

    private static Set<String> unknown(String operation, String json) {
        try {
            return IgnoredFields.Unknown.of(operation(operation), Json.MAPPER.readTree(json.replace('\'', '"'))).names();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Method operation(String name) {
        return Stream.of(Operations.class.getDeclaredMethods()).filter(method -> method.getName().equals(name)).findFirst()
                .orElseThrow();
    }
}
