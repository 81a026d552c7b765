package org.conversions.setup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.conversions.access.FirstKeys;
import org.conversions.account.People;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SecretBox;
import org.eclipse.microprofile.config.Config;

/**
 * Decides at the start how an empty database gets its workspace: from the {@code conversions.bootstrap} settings, or
 * by a person on the set-up page. With a workspace there it changes nothing.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstStart {

    private static final System.Logger LOG = System.getLogger(FirstStart.class.getName());
    private static final String PREFIX = "conversions.bootstrap.";

    @Inject
    private Config settings;
    @Inject
    private Installation installation;
    @Inject
    private SetupToken setupToken;
    @Inject
    private People people;
    @Inject
    private SecretBox secrets;

    /** @throws IllegalStateException for settings that cannot be, and with it the deployment fails */
    @PostConstruct
    void begin() {
        // Opened here so that an unusable master key, or one that is not the database's, stops the start and not the first
        // webhook.
        LOG.log(Level.DEBUG, "Secrets are sealed with the master key {0}", secrets.current());
        if (installation.founded()) {
            LOG.log(Level.DEBUG, "The database has its workspace");
        } else if (setting("api-key").isPresent() || setting("owner-email").isPresent()) {
            bootstrap();
        } else {
            LOG.log(Level.INFO, "Set up this server here (once, on whichever node): {0}/app/setup/#token={1}",
                    baseUrl(), setupToken.issue());
        }
    }

    private void bootstrap() {
        try {
            WorkspaceId workspaceId = installation.found(Founding.of(
                    setting("workspace").orElse("Workspace"),
                    setting("owner-email")
                            .map(email -> people.prepared(Founding.owner(email, null, setting("owner-password").orElse("")))),
                    new FirstKeys(setting("api-key"), setting("publishable-key"), setting("test-api-key"),
                            setting("test-publishable-key")),
                    setting("stripe-account")));
            LOG.log(Level.INFO, "Made workspace {0} from the {1}* settings", workspaceId, PREFIX);
        } catch (RequestRefused e) {
            if (e.code() != RequestRefused.Code.CONFLICT) {
                throw new IllegalStateException("The " + PREFIX + "* settings cannot be used: " + e.getMessage(), e);
            }
            LOG.log(Level.INFO, "Another node has just made the workspace");
        }
    }

    private String baseUrl() {
        return settings.getOptionalValue("conversions.base-url", String.class).orElse("http://localhost:8080")
                .replaceAll("/+$", "");
    }

    private Optional<String> setting(String name) {
        return settings.getOptionalValue(PREFIX + name, String.class);
    }
}
