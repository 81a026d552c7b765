package org.conversions.stripe.inbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.conversions.platform.Json;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.event.Effect;
import org.conversions.stripe.event.Reason;

/** A row of stripe_event: a Stripe event in the inbox. Its life is that of {@link InboxLifecycle}. */
@Entity
@Table(name = "stripe_event")
class StoredEvent {

    private static final TypeReference<List<Effect>> EFFECTS = new TypeReference<>() {
    };

    @Id
    String id;
    @Column(updatable = false)
    String source;
    @Column(name = "account_id", updatable = false)
    String accountId;
    @Column(name = "stripe_event_id", updatable = false)
    String stripeEventId;
    @Column(name = "connection_id")
    ConnectionId connectionId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(updatable = false)
    String mode;
    @Column(updatable = false)
    String type;
    @Column(name = "api_version", updatable = false)
    String apiVersion;
    @Column(name = "object_id", updatable = false)
    String objectId;
    @Column(name = "stripe_customer_id", updatable = false)
    String stripeCustomerId;
    @Column(name = "occurred_at", updatable = false)
    Instant occurredAt;
    @Column(name = "received_at", updatable = false)
    Instant receivedAt;
    @Column(updatable = false)
    int lane;
    @Column(updatable = false)
    int deliveries;
    /** The body as it came, empty when it is kept no longer; see {@link EventPayloads}, which loads it. */
    @Transient
    byte[] payload;
    StripeEventState state;
    Reason reason;
    String explanation;
    String effects;
    @Column(name = "waiting_for")
    String waitingFor;
    /** The number of messages for it, or of attempts while it waits, since something last changed. */
    int attempts;
    /** The number of failures in a row. */
    int failures;
    /** The time at which it is worked off next; null for never. */
    @Column(name = "due_at")
    Instant dueAt;
    @Column(name = "settled_at")
    Instant settledAt;
    @Transient
    private JsonNode body;

    /** @return what came, read once */
    JsonNode body() {
        if (body == null) {
            body = Envelope.tree(payload);
        }
        return body;
    }

    /** Adds effects to those that the event had before. @return whether there are any now */
    boolean addEffects(List<Effect> more) {
        Set<Effect> all = new LinkedHashSet<>();
        if (effects != null) {
            all.addAll(Json.MAPPER.convertValue(Json.read(effects), EFFECTS));
        }
        all.addAll(more);
        effects = Json.write(all);
        return !all.isEmpty();
    }

    InboxLifecycle.Standing standing() {
        return new InboxLifecycle.Standing(state, reason, explanation, waitingFor, attempts, failures, dueAt, settledAt);
    }

    void stand(InboxLifecycle.Standing next) {
        state = next.state();
        reason = next.reason();
        explanation = next.explanation();
        waitingFor = next.waitingFor();
        attempts = next.attempts();
        failures = next.failures();
        dueAt = next.dueAt();
        settledAt = next.settledAt();
    }
}
