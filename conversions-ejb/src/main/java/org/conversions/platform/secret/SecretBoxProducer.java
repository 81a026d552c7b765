package org.conversions.platform.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens the one secret box with the operator's master key, or with the one of the data folder. A node whose keys are not
 * the database's gets none, and so it does not start: what it sealed no other node could read.
 */
@ApplicationScoped
public class SecretBoxProducer {

    @Inject
    @ConfigProperty(name = "conversions.secret-key")
    private Optional<String> configuredKey;
    @Inject
    private Config settings;
    @Inject
    @ConfigProperty(name = "conversions.data.dir")
    private String dataFolder;
    @Inject
    private MasterKeyRecord record;

    /** @throws IllegalStateException when the database's secrets are sealed with a key that is not among this node's */
    @Produces
    @Singleton
    public SecretBox secretBox() {
        List<String> keys = new ArrayList<>();
        if (configuredKey.isPresent()) {
            keys.add(configuredKey.get());
            settings.getOptionalValues("conversions.secret-key.old", String.class).ifPresent(keys::addAll);
            // Who sets a key for the first time has the one that was made by itself.
            MasterKeyFile.readIfThere(Path.of(dataFolder)).ifPresent(keys::add);
        } else {
            keys.add(MasterKeyFile.read(Path.of(dataFolder)));
            settings.getOptionalValues("conversions.secret-key.old", String.class).ifPresent(keys::addAll);
        }
        SecretBox box = new SecretBox(keys);
        if (!box.sealWith(record.agreed(box.newest()))) {
            throw new IllegalStateException("The secrets in this database are sealed with another master key than this"
                    + " node has. Give every node the same conversions.secret-key (the text of secret.key in the data folder"
                    + " of the first node, if it was made there); to change it, keep the old one in"
                    + " conversions.secret-key.old");
        }
        return box;
    }
}
