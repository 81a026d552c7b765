package org.conversions.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KnownRowsTest {

    private final KnownRows<String, Integer> rows = new KnownRows<>();
    private final List<List<String>> statements = new ArrayList<>();
    private final Map<String, Integer> table = IntStream.range(0, 200).boxed()
            .collect(Collectors.toMap(String::valueOf, Function.identity()));

    private Integer get(String name) {
        return rows.get(name, names -> {
            statements.add(names);
            return names.stream().filter(table::containsKey).collect(Collectors.toMap(Function.identity(), table::get));
        });
    }

    @Test
    @DisplayName("What was announced is read together with the first that is asked for, and each once")
    void readsTogether() {
        rows.announce(Arrays.asList("1", null, "2", "nobody"));
        assertThat(statements).isEmpty();
        assertThat(get("2")).isEqualTo(2);
        assertThat(get("1")).isEqualTo(1);
        assertThat(get("nobody")).isNull();
        assertThat(get("nobody")).isNull();
        assertThat(statements).containsExactly(List.of("2", "1", "nobody"));
        rows.announce(List.of("1"));
        assertThat(get("3")).isEqualTo(3);
        assertThat(statements).last().isEqualTo(List.of("3"));
    }

    @Test
    @DisplayName("A row that was added is not read, and one that was forgotten is read again")
    void remembersItsOwn() {
        rows.put("1", 100);
        rows.put("2", null);
        assertThat(get("1")).isEqualTo(100);
        assertThat(get("2")).isNull();
        assertThat(statements).isEmpty();
        rows.forget("1");
        assertThat(get("1")).isEqualTo(1);
        rows.forget();
        assertThat(get("2")).isEqualTo(2);
        assertThat(statements).hasSize(2);
    }

    @Test
    @DisplayName("A statement asks for no more than a bounded number of names, and the next one for the others")
    void asksForSoMany() {
        rows.announce(IntStream.range(0, 100).mapToObj(String::valueOf).toList());
        IntStream.range(0, 100).forEach(n -> assertThat(get(String.valueOf(n))).isEqualTo(n));
        assertThat(statements).extracting(List::size).containsExactly(KnownRows.TOGETHER_MAX, 100 - KnownRows.TOGETHER_MAX);
    }

    @Test
    @DisplayName("A row goes by the name that was asked for, also where the database overlooks spaces at the end")
    void goesByTheNameAskedFor() {
        assertThat(KnownRows.byName(List.of("a ", "b"), Stream.of("a", "b"), Function.identity()))
                .isEqualTo(Map.of("a ", "a", "b", "b"));
        assertThat(KnownRows.byName(List.of("a ", "a"), Stream.of("a"), Function.identity())).isEqualTo(Map.of("a", "a"));
    }
}
