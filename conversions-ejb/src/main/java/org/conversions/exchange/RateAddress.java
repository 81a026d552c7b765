package org.conversions.exchange;

import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the setting of an address that has a default: an empty value of an operator switches it off. The server's own
 * look-up passes over empty values and would find the default.
 */
final class RateAddress {

    private RateAddress() {
    }

    /** @return empty when the setting is switched off */
    static Optional<String> of(String setting) {
        return of(ConfigProvider.getConfig(), setting);
    }

    /** The sources come in the order in which they win. */
    static Optional<String> of(Config config, String setting) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .map(source -> Optional.ofNullable(source.getValue(setting))).flatMap(Optional::stream)
                .findFirst().map(String::strip).filter(address -> !address.isEmpty());
    }
}
