package org.conversions.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.SettingsChanged;
import org.conversions.workspace.StripeSettings;
import org.conversions.workspace.WorkspaceCreated;
import org.conversions.workspace.WorkspaceView;

/** Writes down changes of settings. The room of workspaces comes before this one, and cannot do it itself. */
@ApplicationScoped
class SettingsAudit {

    @Inject
    private AuditTrail trail;

    void made(@Observes WorkspaceCreated made) {
        trail.record(made.workspaceId(), "workspace_made", made.workspaceId().value(), Map.of());
    }

    void changed(@Observes SettingsChanged change) {
        WorkspaceId workspaceId = change.after().id();
        record(workspaceId, "workspace_changed", difference(settings(change.before()), settings(change.after())));
        record(workspaceId, "stripe_settings_changed",
                difference(stripe(change.before().stripe()), stripe(change.after().stripe())));
    }

    private void record(WorkspaceId workspaceId, String action, Map<String, ?> details) {
        if (!details.isEmpty()) {
            trail.record(workspaceId, action, workspaceId.value(), details);
        }
    }

    /** Returns what differs, from which value to which. */
    static Map<String, Map<String, Object>> difference(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Map<String, Object>> difference = new TreeMap<>();
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                difference.put(name, Map.of("from", before.get(name), "to", value));
            }
        });
        return difference;
    }

    private static Map<String, Object> settings(WorkspaceView view) {
        return Map.of("name", view.name(), "currency", view.currency(), "vocabulary", view.vocabulary().text(),
                "attributionModel", view.attributionModel().text(), "attributionWindowDays", view.attributionWindowDays(),
                "timezone", view.timezone().getId(), "allowedHostnames", view.allowedHostnames().names(),
                "clientSales", view.clientSales());
    }

    private static Map<String, Object> stripe(StripeSettings settings) {
        return Map.of("trackFreeTrials", settings.trackFreeTrials(), "trackQuantity", settings.trackQuantity(),
                "paymentLinkLeadRewards", settings.paymentLinkLeadRewards(),
                "paymentLinkLeadWebhooks", settings.paymentLinkLeadWebhooks(),
                "customerLeadRewards", settings.customerLeadRewards(), "matchByEmail", settings.matchByEmail());
    }
}
