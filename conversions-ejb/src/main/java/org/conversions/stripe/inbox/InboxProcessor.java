package org.conversions.stripe.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.queue.QueueMessage;
import org.conversions.stripe.connect.AccountHandler;
import org.conversions.stripe.connect.Connected;
import org.conversions.stripe.connect.Owner;
import org.conversions.stripe.event.EffectRecorder;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.lane.Lane;
import org.conversions.stripe.lookup.LookupSubject;
import org.conversions.stripe.lookup.Lookups;
import org.conversions.stripe.object.StripeObject;
import org.conversions.workspace.Mode;

/**
 * Works off events that are due: what they change and how they ended commit together. Rows are locked while they are
 * worked on and passed over by others, so several nodes share the work; a node that dies leaves its rows as they were.
 * Where an event stands afterwards is decided by {@link InboxLifecycle}.
 */
@ApplicationScoped
@Transactional
public class InboxProcessor {

    /** The result of a transaction. @param messages to be sent once it is committed */
    public record Worked(int events, List<QueueMessage> messages) {

        static final Worked NOTHING = new Worked(0, List.of());
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private DueEvents due;
    @Inject
    private StripeEventOwners owners;
    @Inject
    private Dispatcher dispatcher;
    @Inject
    private EffectRecorder effects;
    @Inject
    private Lookups lookups;
    @Inject
    private SettledEventRecheck rechecks;
    @Inject
    private ErasedEvents erased;
    @Inject
    private WaitingTime waitingTime;

    /** @return the ids of the events of some lanes that have been due for longest, not locked */
    @Transactional(TxType.SUPPORTS)
    public List<String> due(Set<Integer> lanes, int max) {
        return due.ids(lanes, max);
    }

    /** Works off events in one transaction, as far as they are still due and nobody else is at them. */
    @Transactional(TxType.REQUIRES_NEW)
    public Worked processBatch(List<String> ids) {
        return process(due.locked(ids), true);
    }

    /** Works off one event alone, and again when it lost a race. */
    @RetryOnConflict
    @Transactional(TxType.REQUIRES_NEW)
    public Worked processOne(String id) {
        return process(due.locked(List.of(id)), true);
    }

    /** Works off due events of some lanes in one transaction, past those that somebody else is at. */
    @Transactional(TxType.REQUIRES_NEW)
    public Worked processPast(Set<Integer> lanes, int max) {
        return process(due.lockedPast(lanes, max), true);
    }

    /**
     * Does the work that messages were sent for, in one transaction. Events that have settled meanwhile are left alone.
     *
     * @throws IllegalArgumentException when there is no such event
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void processQueued(List<String> ids) {
        List<StoredEvent> events = due.lockedWhenever(ids);
        if (events.size() < Set.copyOf(ids).size()) {
            throw new IllegalArgumentException("There is no event of one of " + ids);
        }
        process(events.stream().filter(event -> event.dueAt != null).toList(), false);
    }

    /**
     * Stores that processing failed, in a transaction of its own.
     *
     * @param error       its kind
     * @param redelivered true when a queue brings the event again by itself, soon; else it is tried again after ever longer
     *                    pauses, or left as failed in the end
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void failed(String id, String error, boolean redelivered) {
        StoredEvent event = locked(id);
        if (event == null || event.dueAt == null) {
            return; // settled by another worker in the meantime, or never there: nothing failed
        }
        // All that it changed is rolled back, its owner too.
        if (owners.of(List.of(event)).get(id) instanceof Owner.Of owner) {
            belongsTo(event, owner.connection());
        }
        event.stand(InboxLifecycle.failed(event.standing(), Reason.HANDLER_FAILED.sentence() + " (" + error
                + "); its log says more about " + event.id, redelivered, clock.instant()));
    }

    private StoredEvent locked(String id) {
        return database.find(StoredEvent.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Worked process(List<StoredEvent> events, boolean byQueues) {
        if (events.isEmpty()) {
            return Worked.NOTHING;
        }
        Map<String, Owner> found = owners.of(events);
        if (events.size() > 1) {
            announce(events, found, byQueues);
        }
        List<QueueMessage> messages = new ArrayList<>();
        for (StoredEvent event : takenBackFirst(events)) {
            if (event.payload.length == 0) {
                event.stand(InboxLifecycle.outdated(event.standing()));
                continue;
            }
            if (found.get(event.id) instanceof Owner.Of known) {
                belongsTo(event, known.connection());
                String queue = byQueues ? dispatcher.queueOf(event.type) : null;
                if (queue == null) {
                    handle(event);
                } else {
                    messages.add(queued(event, queue));
                }
            } else {
                if (event.connectionId == null) {
                    event.workspaceId = null; // what was guessed at its receipt
                }
                apply(event, unowned(event, found.get(event.id)), null);
            }
            if (AccountHandler.TAKEN_BACK.equals(event.type)) {
                found = owners.of(events);
            }
        }
        erased.erase(events);
        // All that was gathered is written at once, and here: whoever lost a race at a unique key is to know it by its cause.
        database.flush();
        return new Worked(events.size(), messages);
    }

    /** Has what the events of a batch need read together; see {@link Dispatcher#announce}. */
    private void announce(List<StoredEvent> events, Map<String, Owner> found, boolean byQueues) {
        for (StoredEvent event : events) {
            if (event.payload.length > 0 && found.get(event.id) instanceof Owner.Of owner
                    && !(byQueues && dispatcher.queueOf(event.type) != null)) {
                dispatcher.announce(understood(event, owner.connection().connectionId(), owner.connection().workspaceId()));
            }
        }
    }

    /** Sorts events: what happened after an account took its access back has no effect, also when it came in first. */
    private static List<StoredEvent> takenBackFirst(List<StoredEvent> events) {
        return events.stream().sorted(Comparator.comparing(event -> !AccountHandler.TAKEN_BACK.equals(event.type))).toList();
    }

    /** @return the outcome of an event without an owner. One that names no account is of the app's own, which is never connected */
    private static EffectRecorder.Heard unowned(StoredEvent event, Owner owner) {
        if (owner instanceof Owner.Deauthorized) {
            return EffectRecorder.Heard.of(Outcome.ignored(Reason.ACCOUNT_DISCONNECTED));
        }
        return EffectRecorder.Heard.of(event.accountId.isEmpty() ? Outcome.ignored(Reason.UNKNOWN_ACCOUNT)
                : Outcome.waiting(Reason.UNKNOWN_ACCOUNT, WaitingKey.account(event.accountId, Mode.of(event.mode))));
    }

    private static void belongsTo(StoredEvent event, Connected connection) {
        event.connectionId = connection.connectionId();
        event.workspaceId = connection.workspaceId();
    }

    private void handle(StoredEvent event) {
        JsonNode body = event.body();
        String heardFrom = event.waitingFor; // since before anything was read
        // A live endpoint of the app also gets the test events of accounts that are connected live.
        Reason wrong = Envelope.isLive(body) != Mode.LIVE.text().equals(event.mode) ? Reason.WRONG_MODE
                : Envelope.isThin(body) ? Reason.THIN_EVENT : null;
        apply(event, wrong != null ? EffectRecorder.Heard.of(Outcome.ignored(wrong))
                : effects.listen(() -> dispatcher.handle(understood(event))), heardFrom);
    }

    private static StripeEvent understood(StoredEvent event) {
        return understood(event, event.connectionId, event.workspaceId);
    }

    private static StripeEvent understood(StoredEvent event, ConnectionId connectionId, WorkspaceId workspaceId) {
        return new StripeEvent(event.id, connectionId, workspaceId, Mode.of(event.mode), event.type,
                event.occurredAt, new StripeObject(event.body().path("data").path("object")));
    }

    private QueueMessage queued(StoredEvent event, String queue) {
        Instant now = clock.instant();
        InboxLifecycle.Standing standing = event.standing();
        event.stand(standing.state() != StripeEventState.RECEIVED ? InboxLifecycle.messaged(standing, now)
                : InboxLifecycle.handed(standing, queue, dispatcher.listensFor(understood(event)), now));
        return new QueueMessage(queue, event.id, Lane.key(null, event.body().path("data").path("object"), event.id));
    }

    private void apply(StoredEvent event, EffectRecorder.Heard heard, String heardFrom) {
        boolean everEffective = event.addEffects(heard.effects());
        event.stand(InboxLifecycle.after(event.standing(), new InboxLifecycle.Run(asked(event, heard.outcome()),
                !heard.effects().isEmpty(), everEffective, event.receivedAt.plus(waitingTime.max()), heardFrom,
                clock.instant()), () -> rechecks.after(clock.instant())));
    }

    /** Has Stripe asked for what an event waits or listens for, where it can be. @return the outcome, with what Stripe said before */
    private Outcome asked(StoredEvent event, Outcome outcome) {
        Optional<String> answer = LookupSubject.of(outcome, event.objectId, event.stripeCustomerId)
                .map(subject -> lookups.wanted(event.workspaceId, Mode.of(event.mode), event.connectionId, subject));
        if (!(outcome instanceof Outcome.Waiting waiting)) {
            return outcome;
        }
        return answer.<Outcome>map(said -> new Outcome.Waiting(waiting.reason(), waiting.explanation() + ". " + said, waiting.key()))
                .orElse(outcome);
    }
}
