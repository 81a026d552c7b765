package org.conversions.sample;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.conversions.click.PastClicks;
import org.conversions.platform.Json;
import org.conversions.stripe.inbox.view.StripeEvents;

/** Plays the part of a month that comes next: first its clicks, which its events may name, then its events. */
@ApplicationScoped
class SamplePlayer {

    private static final int PART = 60;
    /** How often it is looked whether the events of the month are settled. */
    private static final int LOOKS_MAX = 60;

    @Resource
    ManagedExecutorService threads;
    @Inject
    SampleSteps steps;
    @Inject
    SampleSetUp setUp;
    @Inject
    SampleSecrets secrets;
    @Inject
    PastClicks clicks;
    @Inject
    OwnEndpointCall endpoint;
    @Inject
    StripeEvents events;
    @Inject
    Clock clock;

    /** @throws IOException when the endpoint could not be reached */
    void play(SampleSteps.Part part) throws IOException {
        if (part.shop() == null) {
            setUp.setUp(part);
            return;
        }
        List<SampleStep> month = SampleMonth.of(part.shop()).steps();
        if (part.done() >= month.size()) {
            settle(part);
            return;
        }
        int end = Math.min(month.size(), part.done() + PART);
        List<SampleStep> now = month.subList(part.done(), end);
        clicks.record(part.workspaceId(), now.stream().filter(SampleStep.Visit.class::isInstance)
                .map(visit -> ((SampleStep.Visit) visit).click()).toList());
        tell(part, now.stream().filter(SampleStep.Delivery.class::isInstance).map(SampleStep.Delivery.class::cast).toList());
        steps.done(part, row -> row.done = end);
    }

    /** Posts the events of different buyers side by side, as they share a commit then, and those of one in their order. */
    private void tell(SampleSteps.Part part, List<SampleStep.Delivery> deliveries) throws IOException {
        String token = secrets.token(part.mark());
        String secret = secrets.signing(part.mark());
        List<Callable<Void>> posts = deliveries.stream().collect(Collectors.groupingBy(SampleStep.Delivery::buyer)).values().stream()
                .<Callable<Void>>map(ofBuyer -> () -> {
                    for (SampleStep.Delivery delivery : ofBuyer) {
                        endpoint.post(part.serverPort(), token, secret, Json.write(delivery.event()));
                    }
                    return null;
                }).toList();
        try {
            for (Future<Void> post : threads.invokeAll(posts)) {
                post.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The server stops", e);
        }
    }

    private void settle(SampleSteps.Part part) {
        if (part.attempts() < LOOKS_MAX && events.unsettled(part.workspaceId(), part.connection()) > 0) {
            steps.later(part);
            return;
        }
        steps.done(part, row -> {
            row.state = SampleState.DONE;
            row.finishedAt = clock.instant();
            row.dueAt = null;
        });
    }
}
