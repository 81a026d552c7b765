package org.conversions.web.api.workspace;

import java.time.Instant;
import java.util.List;
import org.conversions.workspace.WorkspaceView;

/** A workspace as the API shows it. */
public record WorkspaceAnswer(String id, String name, String slug, String currency, String vocabulary,
                              String attributionModel, int attributionWindowDays, String timezone,
                              List<String> allowedHostnames, boolean clientSales, Instant createdAt) {

    static WorkspaceAnswer of(WorkspaceView view) {
        return new WorkspaceAnswer(view.id(), view.name(), view.slug(), view.currency(), view.vocabulary().text(),
                view.attributionModel(), view.attributionWindowDays(), view.timezone().getId(),
                view.allowedHostnames().names(), view.clientSales(), view.createdAt());
    }
}
