package org.conversions.stripe.inbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.Ids;
import org.conversions.platform.NodeStops;
import org.conversions.platform.database.DurableCommits;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.api.StripeSignature;
import org.conversions.stripe.connect.BoundEndpoint;
import org.conversions.stripe.connect.ConnectionFinder;
import org.conversions.workspace.Mode;

/**
 * Takes Stripe's deliveries in: verifies them over the raw bytes, stores them, and only then accepts them. Deliveries that
 * come at the same time share a commit. {@link org.conversions.stripe.inbox.work.InboxWorker} works them off afterwards.
 */
@ApplicationScoped
public class Inbox {

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Clock clock;
    @Inject
    private ConnectionFinder connections;
    @Inject
    private SigningSecrets secrets;
    @Inject
    private InboxStore store;
    @Inject
    private DurableCommits durable;
    @Inject
    private Event<EventsReceived> received;
    private final AtomicLong waitingBytes = new AtomicLong();
    private GroupCommit<InboxStore.Delivery> commit;

    @PostConstruct
    void open() {
        commit = new GroupCommit<>(InboxLimits.QUEUE_MAX, InboxLimits.STORE_BATCH_MAX, threads, batch -> {
            store.store(batch);
            // It may be worked off before it is durable: a power cut then takes both, and Stripe comes again.
            received.fire(new EventsReceived(batch.stream().map(delivery -> delivery.envelope().lane()).collect(Collectors.toSet())));
        }, durable::await);
    }

    void end(@Observes(notifyObserver = Reception.IF_EXISTS) NodeStops now) {
        close();
    }

    @PreDestroy
    void close() {
        commit.close();
    }

    /**
     * Announces a delivery at an endpoint of the app, whose events name the account they are of.
     *
     * @param signature the {@code Stripe-Signature} header, or null
     */
    public Announced announced(Mode mode, String signature) {
        return new Announced(mode.text(), null, null, mode, secrets.of(mode), signature);
    }

    /** Announces a delivery at the endpoint of one workspace. @return empty when no endpoint has that token */
    public Optional<Announced> announced(String endpointToken, String signature) {
        return connections.byToken(endpointToken).map((BoundEndpoint endpoint) ->
                new Announced(endpoint.connectionId().value(), endpoint.connectionId(), endpoint.workspaceId(), endpoint.mode(),
                        endpoint.signingSecrets(), signature));
    }

    /** A delivery of which all but the body is there: a sender that cannot be Stripe is refused before it is read. */
    public final class Announced {

        private final String source;
        private final ConnectionId connectionId;
        private final WorkspaceId workspaceId;
        private final Mode mode;
        private final List<String> signing;
        private final StripeSignature signature;

        private Announced(String source, ConnectionId connectionId, WorkspaceId workspaceId, Mode mode, List<String> signing,
                          String header) {
            this.source = source;
            this.connectionId = connectionId;
            this.workspaceId = workspaceId;
            this.mode = mode;
            this.signing = signing;
            this.signature = StripeSignature.of(header, clock.instant());
        }

        /** @return why it is refused, for any body; empty when that depends on the body */
        public Optional<Receipt.Refused> refusal() {
            return refusal(signature.verdict(signing));
        }

        /** @param body the raw bytes, at most {@link InboxLimits#BODY_BYTES_MAX} */
        public Receipt receive(byte[] body) {
            Optional<Receipt.Refused> refusal = refusal(signature.verdict(body, signing));
            if (refusal.isPresent()) {
                return refusal.get();
            }
            return Envelope.read(body).<Receipt>map(envelope -> new Receipt.Accepted(store(new InboxStore.Delivery(
                            Ids.next("evt", clock), source, connectionId, workspaceId, mode.text(), envelope, body,
                            clock.instant()))))
                    .orElseGet(() -> new Receipt.Refused("body_malformed", "The body is not a Stripe event"));
        }

        private static Optional<Receipt.Refused> refusal(StripeSignature.Verdict verdict) {
            return verdict == StripeSignature.Verdict.VALID ? Optional.empty()
                    : Optional.of(new Receipt.Refused(verdict.reason(), verdict.sentence()));
        }
    }

    /** @return how many deliveries wait for their commit */
    public int waiting() {
        return commit.waiting();
    }

    /** @return how many deliveries this node has stored since its start */
    public long stored() {
        return commit.committed();
    }

    /** Stores a delivery. Many small events may wait for their commit, or a few large ones. */
    private CompletionStage<Void> store(InboxStore.Delivery delivery) {
        int bytes = delivery.body().length;
        if (waitingBytes.addAndGet(bytes) > InboxLimits.QUEUE_BYTES_MAX) {
            waitingBytes.addAndGet(-bytes);
            return CompletableFuture.failedStage(new GroupCommit.QueueFull());
        }
        return commit.submit(delivery).whenComplete((stored, failure) -> waitingBytes.addAndGet(-bytes));
    }
}
