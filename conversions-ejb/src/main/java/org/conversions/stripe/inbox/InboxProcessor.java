package org.conversions.stripe.inbox;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conversions.platform.Json;
import org.conversions.stripe.connect.AccountHandler;
import org.conversions.stripe.connect.Connected;
import org.conversions.stripe.connect.Owner;
import org.conversions.stripe.event.Effect;
import org.conversions.stripe.event.EffectRecorder;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.lookup.LookupSubject;
import org.conversions.stripe.lookup.Lookups;
import org.conversions.stripe.object.StripeObject;
import org.conversions.workspace.Mode;

/**
 * Works off events that are due: what they change and how they ended commit together. Rows are locked while they are
 * worked on and passed over by others, so several nodes share the work; a node that dies leaves its rows as they were.
 */
@Stateless
public class InboxProcessor {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration FIRST_RING_PAUSE = Duration.ofSeconds(10);
    private static final TypeReference<List<Effect>> EFFECTS = new TypeReference<>() {
    };

    /** A bell to be rung once the transaction is committed. */
    public record Message(String queue, String eventId) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private StripeEventOwners owners;
    @Inject
    private Dispatcher dispatcher;
    @Inject
    private EffectRecorder effects;
    @Inject
    private Lookups lookups;
    @Inject
    private SettledEventRecheck secondLooks;
    @Inject
    private WaitingRoom waitingRoom;
    @Inject
    private ErasedEvents erased;
    @Inject
    private WaitingTime waiting;

    /** @return ids of events that are due, in the order in which they are to be worked off, without locking them */
    public List<String> due(int max) {
        List<String> ids = database.createQuery("select e.id from StoredEvent e where e.dueAt > :longAgo"
                        + " and e.dueAt <= :now order by e.dueAt, e.id", String.class)
                .setParameter("longAgo", LONG_AGO).setParameter("now", clock.instant()).setMaxResults(max).getResultList();
        return ids.isEmpty() ? ids : database.createQuery("select e.id from StoredEvent e where e.id in :ids"
                        + " order by case when e.type = :takenBack then 0 else 1 end, e.receivedAt, e.id", String.class)
                .setParameter("ids", ids).setParameter("takenBack", AccountHandler.TAKEN_BACK).getResultList();
    }

    /**
     * Works off a batch of due events in one transaction, in the order in which they came.
     *
     * @return null when nothing is due, else the bells to ring
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Message> processBatch(int max) {
        List<?> ids = database.createNativeQuery("select id from stripe_event where due_at > :longAgo"
                        + " and due_at <= :now order by due_at, id limit " + max + " for update skip locked")
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        if (ids.isEmpty()) {
            return null;
        }
        List<StoredEvent> events = database.createQuery("select e from StoredEvent e where e.id in :ids"
                        + " order by e.receivedAt, e.id", StoredEvent.class)
                .setParameter("ids", ids).getResultList();
        return process(events, true);
    }

    /** Works off one event, if it is still due. @return the bells to ring */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Message> processOne(String id) {
        StoredEvent event = locked(id);
        return event == null || event.dueAt == null ? List.of() : process(List.of(event), true);
    }

    /**
     * Does the work that a bell was rung for. An event that is settled by now is left alone.
     *
     * @throws IllegalArgumentException when there is no such event
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void processQueued(String id) {
        StoredEvent event = locked(id);
        if (event == null) {
            throw new IllegalArgumentException("There is no event " + id);
        }
        if (event.dueAt != null) {
            process(List.of(event), false);
        }
    }

    /**
     * Keeps that processing failed, in a transaction of its own.
     *
     * @param error  of what kind it was
     * @param goesOn true when a queue brings it again by itself, soon; else it is tried again after ever longer pauses, or
     *               left as failed in the end
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(String id, String error, boolean goesOn) {
        StoredEvent event = locked(id);
        if (event == null || event.dueAt == null) {
            return; // settled by another worker in the meantime, or never there: nothing failed
        }
        // What it changed is rolled back, and with it whose it is.
        if (owners.of(List.of(event)).get(id) instanceof Owner.Of owner) {
            belongsTo(event, owner.connection());
        }
        explain(event, Reason.HANDLER_FAILED, Reason.HANDLER_FAILED.sentence() + " (" + error
                + "); its log says more about " + event.id);
        if (goesOn) {
            return;
        }
        event.failures++;
        if (event.failures >= InboxLimits.FAILURES_MAX) {
            settle(event, StripeEventState.FAILED);
        } else {
            event.dueAt = clock.instant().plus(
                    InboxLimits.pause(FIRST_PAUSE, event.failures - 1, InboxLimits.WAITING_PAUSE_MAX));
        }
    }

    private StoredEvent locked(String id) {
        return database.find(StoredEvent.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private List<Message> process(List<StoredEvent> events, boolean ringQueues) {
        // Who writes what others look for flushes it. Otherwise every query of every event would go through all that
        // the batch has touched so far.
        database.setFlushMode(FlushModeType.COMMIT);
        Map<String, Owner> found = owners.of(events);
        List<Message> messages = new ArrayList<>();
        for (StoredEvent event : takenBackFirst(events)) {
            if (event.payload.length == 0) {
                event.dueAt = null; // too old to be worked off again: what it did stays done
                continue;
            }
            Owner owner = found.get(event.id);
            if (owner instanceof Owner.Of known) {
                belongsTo(event, known.connection());
                work(event, ringQueues ? dispatcher.queueOf(event.type) : null, messages);
            } else if (owner instanceof Owner.Deauthorized) {
                apply(event, Outcome.ignored(Reason.ACCOUNT_DISCONNECTED), List.of());
            } else {
                apply(event, unknownAccount(event), List.of());
            }
            if (AccountHandler.TAKEN_BACK.equals(event.type)) {
                found = owners.of(events);
            }
        }
        erased.erase(events);
        return messages;
    }

    private void work(StoredEvent event, String queue, List<Message> messages) {
        if (queue == null) {
            handle(event);
        } else {
            queue(event, queue);
            messages.add(new Message(queue, event.id));
        }
    }

    /** What happened after an account took its access back has no effect, also when it came in first. */
    private static List<StoredEvent> takenBackFirst(List<StoredEvent> events) {
        return events.stream().sorted(Comparator.comparing(event -> !AccountHandler.TAKEN_BACK.equals(event.type))).toList();
    }

    /** An event that names no account, at an endpoint of the app, is of the app's own account: nobody can connect that. */
    private static Outcome unknownAccount(StoredEvent event) {
        return event.accountId.isEmpty() ? Outcome.ignored(Reason.UNKNOWN_ACCOUNT) : Outcome.waiting(Reason.UNKNOWN_ACCOUNT,
                WaitingKey.account(event.accountId, Mode.of(event.mode)));
    }

    private static void belongsTo(StoredEvent event, Connected connection) {
        event.connectionId = connection.connectionId();
        event.workspaceId = connection.workspaceId();
    }

    private void handle(StoredEvent event) {
        JsonNode body = Envelope.tree(event.payload);
        // A live endpoint of the app also gets the test events of accounts that are connected live.
        if (Envelope.isLive(body) != Mode.LIVE.text().equals(event.mode)) {
            apply(event, Outcome.ignored(Reason.WRONG_MODE), List.of());
        } else if (Envelope.isThin(body)) {
            apply(event, Outcome.ignored(Reason.THIN_EVENT), List.of());
        } else {
            StripeEvent understood = understood(event, body);
            String heardFrom = hearsAlready(event);
            EffectRecorder.Heard heard = effects.listen(() -> dispatcher.handle(understood));
            apply(event, heard.outcome(), heard.effects(), heardFrom);
        }
    }

    private static StripeEvent understood(StoredEvent event, JsonNode body) {
        return new StripeEvent(event.id, event.connectionId, event.workspaceId, Mode.of(event.mode), event.type,
                event.occurredAt, new StripeObject(body.path("data").path("object")));
    }

    /**
     * @return what the event is woken by, should it come from now on: it has been listening since before it was handed to its
     *         queue. Null when that is just coming: whoever brings it may have looked for listeners before, and commits later
     */
    private String hearsAlready(StoredEvent event) {
        return StripeEventState.QUEUED.text().equals(event.state) && event.waitingFor != null
                && !waitingRoom.isArriving(event.workspaceId, event.waitingFor) ? event.waitingFor : null;
    }

    /** It is settled; something else came that may give it more to do. */
    private static boolean isListening(StoredEvent event) {
        return event.waitingFor != null && (StripeEventState.PROCESSED.text().equals(event.state)
                || StripeEventState.IGNORED.text().equals(event.state));
    }

    private void queue(StoredEvent event, String queue) {
        if (StripeEventState.RECEIVED.text().equals(event.state)) {
            explain(event, null, "Handed to the queue " + queue);
            event.state = StripeEventState.QUEUED.text();
            event.waitingFor = dispatcher.listensFor(understood(event, Envelope.tree(event.payload)));
        }
        // What it waited for stays, so that it is woken meanwhile and, if it has to wait on, looked at less and less.
        event.dueAt = clock.instant().plus(
                InboxLimits.pause(FIRST_RING_PAUSE, event.attempts, InboxLimits.RING_PAUSE_MAX));
        event.attempts++;
    }

    private void apply(StoredEvent event, Outcome outcome, List<Effect> seen) {
        apply(event, outcome, seen, null);
    }

    /** @param heardFrom what it is woken by without another look, see {@link #hearsAlready} */
    private void apply(StoredEvent event, Outcome outcome, List<Effect> seen, String heardFrom) {
        event.effects = Json.write(merged(event.effects, seen));
        event.failures = 0;
        if (outcome instanceof Outcome.Waiting waiting) {
            String said = LookupSubject.of(waiting, event.objectId, event.stripeCustomerId).map(subject -> lookups.wanted(
                    event.workspaceId, Mode.of(event.mode), event.connectionId, subject)).orElse(null);
            explain(event, waiting.reason(), waiting.explanation() + (said == null ? "" : ". " + said));
            hold(event, waiting.key());
        } else if (outcome instanceof Outcome.Ignored ignored) {
            explain(event, ignored.reason(), ignored.explanation());
            // What left something behind was not ignored, whatever it did not do besides.
            settle(event, "[]".equals(event.effects) ? StripeEventState.IGNORED : StripeEventState.PROCESSED);
            event.waitingFor = ignored.key();
        } else if (outcome instanceof Outcome.Processed processed) {
            boolean first = !isListening(event);
            if (first || !seen.isEmpty()) {
                explain(event, processed.reason(), processed.explanation());
            }
            settle(event, StripeEventState.PROCESSED);
            event.waitingFor = processed.key();
            if (first && processed.key() != null && !processed.key().equals(heardFrom)) {
                event.dueAt = secondLooks.after(clock.instant());
            }
        }
    }

    private void hold(StoredEvent event, String key) {
        if (!key.equals(event.waitingFor) || StripeEventState.QUEUED.text().equals(event.state)) {
            event.attempts = 0;
        }
        event.waitingFor = key;
        if (event.receivedAt.plus(waiting.max()).isBefore(clock.instant())) {
            // What it did for those it found is done.
            settle(event, "[]".equals(event.effects) ? StripeEventState.UNMATCHED : StripeEventState.PROCESSED);
            return;
        }
        // What it waits for may be committing right now: the first look comes soon, later ones ever more rarely.
        event.state = StripeEventState.WAITING.text();
        event.dueAt = clock.instant().plus(
                InboxLimits.pause(FIRST_PAUSE, event.attempts, InboxLimits.WAITING_PAUSE_MAX));
        event.attempts++;
    }

    private void settle(StoredEvent event, StripeEventState state) {
        event.state = state.text();
        event.dueAt = null;
        event.settledAt = clock.instant();
        if (state != StripeEventState.UNMATCHED) {
            event.waitingFor = null;
        }
    }

    private static void explain(StoredEvent event, Reason reason, String explanation) {
        event.reason = reason == null ? null : reason.code();
        event.explanation = cut(explanation);
    }

    private static Set<Effect> merged(String earlier, List<Effect> seen) {
        Set<Effect> all = new LinkedHashSet<>();
        if (earlier != null) {
            all.addAll(Json.MAPPER.convertValue(Json.read(earlier), EFFECTS));
        }
        all.addAll(seen);
        return all;
    }

    private static String cut(String text) {
        return text == null || text.length() <= StoredEvent.EXPLANATION_MAX ? text : text.substring(0, StoredEvent.EXPLANATION_MAX);
    }
}
