package org.conversions.stripe.merchant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.StripeSettings;
import org.conversions.workspace.Workspaces;

/** Changes which of Stripe's events count for a workspace, and writes down who did. */
@Stateless
public class IntegrationSettings {

    @Inject
    private Workspaces workspaces;
    @Inject
    private AuditTrail trail;

    /** @throws RequestRefused not_found; unprocessable for what this server cannot do */
    public StripeSettings change(WorkspaceId workspaceId, StripeSettings.Change change) {
        StripeSettings settings = workspaces.update(workspaceId, change);
        trail.record(workspaceId, "stripe_settings_changed", null, Json.MAPPER.convertValue(change, Map.class));
        return settings;
    }
}
