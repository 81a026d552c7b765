package org.conversions.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Vocabulary;
import org.conversions.workspace.Withdrawal;

/** A row of sample_month. */
@Entity
@Table(name = "sample_month")
class SampleRow {

    private static final String LINE = "\n";

    @Id
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    SampleState state;
    String mark;
    long seed;
    String currency;
    @Column(name = "rates_since")
    LocalDate ratesSince;
    /** The port at which this server was asked for it, and at which its own endpoint is. */
    @Column(name = "server_port")
    int serverPort;
    /** Null until everything is set up. */
    @Column(name = "link_ids")
    String linkIds;
    @Column(name = "folder_id")
    String folderId;
    @Column(name = "tag_id")
    String tagId;
    @Column(name = "program_id")
    String programId;
    @Column(name = "partner_id")
    String partnerId;
    @Column(name = "connection_id")
    String connectionId;
    @Column(name = "steps_done")
    int done;
    @Column(name = "steps_total")
    int total;
    /** The number of times in a row that it could not go on, or that there was nothing to do but wait. */
    int attempts;
    String problem;
    @Column(name = "ends_at")
    Instant endsAt;
    @Column(name = "finished_at")
    Instant finishedAt;
    @Column(name = "due_at")
    Instant dueAt;

    List<LinkId> links() {
        return linkIds == null ? List.of() : linkIds.lines().map(LinkId::new).toList();
    }

    void links(List<LinkId> links) {
        linkIds = String.join(LINE, links.stream().map(LinkId::value).toList());
    }

    SampleShop shop(Vocabulary vocabulary) {
        return new SampleShop(seed, mark, links(), vocabulary, currency, ratesSince, endsAt);
    }

    Withdrawal withdrawal() {
        return new Withdrawal(workspaceId, mark, links().stream().map(LinkId::value).toList(), connectionId, programId, partnerId);
    }

    SampleView view() {
        return new SampleView(state, done, total, endsAt, finishedAt, problem);
    }
}
