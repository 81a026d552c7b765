package org.conversions.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.conversions.link.LinkChanges;
import org.conversions.link.folder.Folders;
import org.conversions.link.tag.Tags;
import org.conversions.platform.Page;
import org.conversions.report.check.RebuildWorker;
import org.conversions.statistics.DeltaMerge;
import org.conversions.stripe.connect.Connections;
import org.conversions.workspace.WithdrawnRows;
import org.conversions.workspace.WithdrawnRows.Turn;

/**
 * Takes a sample away, step by step: first what would bring more of it, then what it brought; then the cells of its days are made
 * again without it. Each step may be done twice.
 */
@ApplicationScoped
class SampleRemoval {

    static final int STEPS = 6;
    private static final Page SOME = new Page(1, 100, null, null);

    @Inject
    SampleSteps steps;
    @Inject
    WithdrawnDeletes deletes;
    @Inject
    LinkChanges links;
    @Inject
    Connections connections;
    @Inject
    Folders folders;
    @Inject
    Tags tags;
    @Inject
    DeltaMerge merge;
    @Inject
    RebuildWorker rebuild;
    @Inject
    Instance<WithdrawnRows> rooms;

    void goOn(SampleSteps.Part part) {
        switch (part.done()) {
            case 0 -> end(part);
            case 1 -> count();
            case 2 -> {
                deletes.run(part.withdrawal(), rooms, Turn.FACTS);
                tidy(part);
            }
            case 3 -> rebuild.rebuild(part.workspaceId(), SampleShop.start(part.endsAt()));
            case 4 -> {
                if (rebuild.progress(part.workspaceId()).isPresent()) {
                    steps.later(part);
                    return;
                }
            }
            default -> {
                deletes.run(part.withdrawal(), rooms, Turn.FIGURES);
                steps.over(part);
                return;
            }
        }
        steps.done(part, row -> row.done++);
    }

    /** Takes the links out of service and ends the connection, and takes away what came in by it. */
    private void end(SampleSteps.Part part) {
        if (!part.withdrawal().links().isEmpty()) {
            links.deleteMany(part.workspaceId(), part.withdrawal().links());
        }
        Optional.ofNullable(part.connection()).filter(id -> connections.list(part.workspaceId()).stream()
                .anyMatch(connection -> connection.id().equals(id.value())))
                .ifPresent(id -> connections.disconnect(part.workspaceId(), id.value()));
        deletes.run(part.withdrawal(), rooms, Turn.CAUSES);
    }

    /** Brings what was counted into the cells, as long as its clicks are there. */
    private void count() {
        while (merge.now()) {
            // There is more.
        }
        merge.bringToLinks();
    }

    private void tidy(SampleSteps.Part part) {
        if (part.folder() != null && folders.list(part.workspaceId(), SampleSetUp.NAME, SOME).stream()
                .anyMatch(folder -> folder.id().equals(part.folder()))) {
            folders.delete(part.workspaceId(), part.folder());
        }
        if (part.tag() != null && !tags.list(part.workspaceId(), null, List.of(part.tag()), true, true, SOME).isEmpty()) {
            tags.delete(part.workspaceId(), part.tag());
        }
    }
}
