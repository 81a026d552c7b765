package org.conversions.platform.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the one secret box with the operator's master key, or with the one of the data folder. */
@ApplicationScoped
public class SecretBoxProducer {

    @Inject
    @ConfigProperty(name = "conversions.secret-key")
    private Optional<String> configuredKey;
    @Inject
    @ConfigProperty(name = "conversions.data.dir")
    private String dataFolder;

    @Produces
    @Singleton
    public SecretBox secretBox() {
        return new SecretBox(configuredKey.orElseGet(() -> MasterKeyFile.read(Path.of(dataFolder))));
    }
}
