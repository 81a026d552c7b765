package org.conversions.click.recorder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.address.UrlQuery;
import org.conversions.address.Utm;
import org.conversions.click.Click;
import org.conversions.click.ClickTrigger;
import org.conversions.click.Clicks;
import org.conversions.click.visit.Visit;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;
import org.conversions.platform.id.ClickId;
import org.conversions.workspace.Vocabulary;

/** Counts visits that a page or an app reports, because no short link was opened. */
@ApplicationScoped
public class ReportedVisits {

    private static final long COMMIT_SECONDS_MAX = 10;
    private static final int URL_LENGTH_MAX = 2_000;
    private static final Set<String> CLICK_PARAMETERS = Stream.of(Vocabulary.values())
            .map(Vocabulary::clickParameter).collect(Collectors.toUnmodifiableSet());

    @Inject
    private Clock clock;
    @Inject
    private Clicks clicks;
    @Inject
    private ClickRecorder recorder;
    @Inject
    private RecentClicks recent;
    @Inject
    private ClickLimits limits;
    @Inject
    private VisitReader reader;

    /**
     * The same visitor on the same link is counted once in an hour.
     *
     * @param url     where the visitor is, or null for the link's destination
     * @param claimed the click that the visitor is said to have made, or null
     * @return the id of a click that is in the database
     * @throws RequestRefused        forbidden when more came from the visitor's network than count ({@link ClickLimits})
     * @throws GroupCommit.QueueFull when the database takes no more for now
     */
    public ClickId count(Visit visit, LinkTarget target, ClickTrigger trigger, String url, String claimed) {
        ClickId own = ClickId.of(claimed);
        if (own != null && isRecent(own, target)) {
            return own;
        }
        CompletableFuture<ClickId> mine = new CompletableFuture<>();
        CompletableFuture<ClickId> earlier = recent.earlier(visit, target, mine);
        if (earlier != null) {
            Optional<ClickId> known = outcome(earlier).filter(clickId -> isRecent(clickId, target));
            if (known.isPresent()) {
                return known.get();
            }
            recent.replace(visit, target, earlier, mine);
        }
        try {
            if (!limits.counts(visit, target)) {
                throw RequestRefused.forbidden("rate_limit_exceeded",
                        "So many visits of this link came from this network within the hour that"
                        + " no more are counted.");
            }
            ClickId clickId = store(visit, target, trigger, url);
            mine.complete(clickId);
            recent.noteDomain(visit, target, clickId);
            return clickId;
        } finally {
            if (!mine.isDone()) {
                mine.cancel(false);
                recent.replace(visit, target, mine, null);
            }
        }
    }

    private ClickId store(Visit visit, LinkTarget target, ClickTrigger trigger, String url) {
        UrlQuery address = UrlQuery.of(url == null ? target.url() : url).without(CLICK_PARAMETERS::contains);
        Click click = reader.read(visit, target, trigger,
                TextColumn.cut(address.toString(), URL_LENGTH_MAX), Utm.of(address));
        try {
            recorder.record(click).toCompletableFuture().orTimeout(COMMIT_SECONDS_MAX, TimeUnit.SECONDS).join();
            return click.id();
        } catch (CompletionException e) {
            throw e.getCause() instanceof TimeoutException ? new GroupCommit.QueueFull() : e;
        }
    }

    private boolean isRecent(ClickId clickId, LinkTarget target) {
        return clicks.find(clickId).filter(click -> click.linkId().equals(target.linkId())
                && !click.clickedAt().isBefore(clock.instant().minus(RecentClicks.REMEMBERED_FOR))).isPresent();
    }

    private static Optional<ClickId> outcome(CompletableFuture<ClickId> click) {
        return click.handle((clickId, failure) -> Optional.ofNullable(clickId))
                .completeOnTimeout(Optional.empty(), COMMIT_SECONDS_MAX, TimeUnit.SECONDS).join();
    }
}
