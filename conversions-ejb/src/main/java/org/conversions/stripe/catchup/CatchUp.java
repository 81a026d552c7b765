package org.conversions.stripe.catchup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A row of stripe_catch_up: the newest work for a connection, and how far it is. */
@Entity
@Table(name = "stripe_catch_up")
class CatchUp {

    @Id
    @Column(name = "connection_id")
    String connectionId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    CatchUpState state;
    @Column(name = "begins_at")
    Instant from;
    @Column(name = "ends_at")
    Instant to;
    boolean storing;
    @Column(name = "cursor_id")
    String cursor;
    @Column(name = "events_found")
    long found;
    @Column(name = "events_stored")
    long stored;
    /** The number of times in a row that Stripe could not be asked. */
    int attempts;
    String problem;
    /** The time to go on, which is also the end of the time of the one who is at it; null when it is over. */
    @Column(name = "due_at")
    Instant dueAt;

    CatchUpPlan.Standing standing() {
        return new CatchUpPlan.Standing(storing, cursor, found);
    }

    CatchUpView view() {
        return new CatchUpView(state, from, to, found, stored, problem);
    }
}
