package org.conversions.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class RateAddressTest {

    private static final String DEFAULT = "https://default.example/";

    @Test
    void whoSetsNothingHasTheDefault() {
        assertThat(of(Map.of(), Map.of("url", DEFAULT))).contains(DEFAULT);
    }

    @Test
    void theAddressOfTheOperatorWins() {
        assertThat(of(Map.of("url", "https://own.example/"), Map.of("url", DEFAULT))).contains("https://own.example/");
    }

    @Test
    void anEmptyValueSwitchesOff() {
        assertThat(of(Map.of("url", ""), Map.of("url", DEFAULT))).isEmpty();
        assertThat(of(Map.of("url", " "), Map.of("url", DEFAULT))).isEmpty();
    }

    /** @param sources the one that wins first */
    @SafeVarargs
    private static Optional<String> of(Map<String, String>... sources) {
        List<ConfigSource> all = Arrays.stream(sources).map(RateAddressTest::source).toList();
        return RateAddress.of((Config) Proxy.newProxyInstance(RateAddressTest.class.getClassLoader(),
                new Class<?>[] {Config.class}, (proxy, method, arguments) -> all), "url");
    }

    private static ConfigSource source(Map<String, String> settings) {
        return new ConfigSource() {
            @Override
            public Set<String> getPropertyNames() {
                return settings.keySet();
            }

            @Override
            public String getValue(String name) {
                return settings.get(name);
            }

            @Override
            public String getName() {
                return "test";
            }
        };
    }
}
