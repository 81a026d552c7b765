package org.conversions.stripe.inbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.Ids;
import org.conversions.platform.NodeStops;
import org.conversions.platform.database.DurableCommits;
import org.conversions.stripe.connect.BoundEndpoint;
import org.conversions.stripe.connect.Connections;
import org.conversions.workspace.Mode;

/**
 * Where Stripe's deliveries come in: verified over the raw bytes, stored, and only then accepted. Deliveries that
 * come at the same time share a commit. What they mean is worked out afterwards by {@link InboxWorker}.
 */
@ApplicationScoped
public class Inbox {

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Clock clock;
    @Inject
    private Connections connections;
    @Inject
    private SigningSecrets secrets;
    @Inject
    private InboxStore store;
    @Inject
    private DurableCommits durable;
    @Inject
    private InboxWorker worker;
    private final AtomicLong waitingBytes = new AtomicLong();
    private GroupCommit<Delivery> commit;

    @PostConstruct
    void open() {
        commit = new GroupCommit<>(InboxLimits.QUEUE_MAX, InboxLimits.STORE_BATCH_MAX, threads, batch -> {
            store.store(batch);
            // It may be worked off before it is durable: a power cut then takes both, and Stripe comes again.
            worker.wake();
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
     * Takes a delivery at an endpoint of the app, whose events name the account they are of.
     *
     * @param body      the raw bytes, at most {@link InboxLimits#BODY_BYTES_MAX}
     * @param signature the {@code Stripe-Signature} header, or null
     */
    public Receipt receive(Mode mode, byte[] body, String signature) {
        return receive(mode.text(), null, null, mode, secrets.of(mode), body, signature);
    }

    /** Takes a delivery at the endpoint of one workspace. @return empty when no endpoint has that token */
    public Optional<Receipt> receive(String endpointToken, byte[] body, String signature) {
        return connections.byToken(endpointToken).map((BoundEndpoint endpoint) ->
                receive(endpoint.connectionId(), endpoint.connectionId(), endpoint.workspaceId(), endpoint.mode(),
                        endpoint.signingSecrets(), body, signature));
    }

    /** @return how many deliveries wait for their commit */
    public int waiting() {
        return commit.waiting();
    }

    /** @return how many deliveries this node has stored since its start */
    public long stored() {
        return commit.committed();
    }

    private Receipt receive(String source, String connectionId, String workspaceId, Mode mode, List<String> signing,
                            byte[] body, String signature) {
        StripeSignature.Verdict verdict = StripeSignature.check(body, signature, signing, clock.instant());
        if (verdict != StripeSignature.Verdict.VALID) {
            return new Receipt.Refused(verdict.sentence());
        }
        Optional<Envelope> envelope = Envelope.read(body);
        if (envelope.isEmpty()) {
            return new Receipt.Refused("The body is not a Stripe event");
        }
        return new Receipt.Accepted(store(new Delivery(Ids.next("evt", clock), source, connectionId, workspaceId,
                mode.text(), envelope.get(), body, clock.instant())));
    }

    /** Many small events may wait for their commit, or a few large ones. */
    private CompletionStage<Void> store(Delivery delivery) {
        int bytes = delivery.body().length;
        if (waitingBytes.addAndGet(bytes) > InboxLimits.QUEUE_BYTES_MAX) {
            waitingBytes.addAndGet(-bytes);
            return CompletableFuture.failedStage(new GroupCommit.QueueFull());
        }
        return commit.submit(delivery).whenComplete((stored, failure) -> waitingBytes.addAndGet(-bytes));
    }
}
