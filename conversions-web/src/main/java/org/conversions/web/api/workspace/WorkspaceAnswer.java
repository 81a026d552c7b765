package org.conversions.web.api.workspace;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.conversions.workspace.WorkspaceView;

/** A workspace as the API shows it. */
public record WorkspaceAnswer(
        @NotNull String id, @NotNull String name, @NotNull String slug, @NotNull String currency,
        @NotNull String vocabulary, @NotNull String attributionModel, int attributionWindowDays,
        @NotNull String timezone, @NotNull List<String> allowedHostnames, boolean clientSales,
        @NotNull Instant createdAt) {

    static WorkspaceAnswer of(WorkspaceView view) {
        return new WorkspaceAnswer(view.id(), view.name(), view.slug(), view.currency(), view.vocabulary().text(),
                view.attributionModel(), view.attributionWindowDays(), view.timezone().getId(),
                view.allowedHostnames().names(), view.clientSales(), view.createdAt());
    }
}
