package org.conversions.web.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.conversions.address.LinkKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestedKeyTest {

    @ParameterizedTest
    @CsvSource({
            "/abc, abc",
            "/abc/, abc",
            "/a/b.c_d-E, a/b.c_d-E",
            "/a%2Fb, a/b",
            "/%61bc, abc",
            "/%EA%B0%80%ec%9d%84, 가을",
            "/cafe%CC%81, café"})
    void thePathIsTheKey(String path, String key) {
        assertThat(RequestedKey.of(path)).contains(key);
    }

    @ParameterizedTest
    @CsvSource({"/", "''"})
    void theRootHasAKeyToo(String path) {
        assertThat(RequestedKey.of(path)).contains(LinkKey.ROOT);
    }

    static Stream<String> pathsOfNoLink() {
        return Stream.of("//", "/a//b", "/%", "/%4", "/%zz", "/a%", "/%ff", "/%c0%af", "/%ed%a0%80", "/%00", "/a%0d%0ab", "/../etc", "/a/../b",
                "/%2e%2e/b", "/./a", "/a;jsessionid=1", "/a b", "/a%20b", "/a+b", "/é", "/a\\b", "/a".repeat(5_000), "/" + "%41".repeat(191),
                "/%25", "/<a>");
    }

    @ParameterizedTest
    @MethodSource("pathsOfNoLink")
    void whatCannotBeAKeyLeadsNowhere(String path) {
        assertThat(RequestedKey.of(path)).isEmpty();
    }
}
