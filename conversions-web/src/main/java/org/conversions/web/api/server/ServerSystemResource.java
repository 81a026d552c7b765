package org.conversions.web.api.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conversions.exchange.WorkspaceRates;
import org.conversions.platform.Version;
import org.conversions.platform.database.DatabaseState;
import org.conversions.report.check.CheckRecord;
import org.conversions.report.check.RebuildWorker;
import org.conversions.sale.RecordedSales;
import org.conversions.stripe.inbox.StripeEventState;
import org.conversions.stripe.inbox.view.InboxExplained;
import org.conversions.stripe.inbox.view.InboxState;
import org.conversions.stripe.lane.Lane;
import org.conversions.stripe.lane.LaneState;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.OperatorOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How this server is, in one answer. */
@Path("server/system")
@RequestScoped
@OperatorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Server")
public class ServerSystemResource {

    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private InboxState inbox;
    @Inject
    private InboxExplained explained;
    @Inject
    private RecordedSales sales;
    @Inject
    private LaneState lanes;
    @Inject
    private WorkspaceRates rates;
    @Inject
    private CheckRecord checks;
    @Inject
    private RebuildWorker rebuilds;
    @Inject
    private DatabaseState database;

    /** The state of the server. @param checkedFigures null when the figures were never checked. @param exchangeRates null without any */
    public record SystemAnswer(@Required InboxAnswer inbox, @Required List<NodeAnswer> nodes, @Required ExplainedAnswer explained,
                               RatesAnswer exchangeRates, CheckedAnswer checkedFigures, @Required List<String> rebuilding,
                               @Required VersionsAnswer versions, @Required StorageAnswer storage, @Required MemoryAnswer memory) {
    }

    /**
     * Stripe's events that are not through.
     *
     * @param oldestDueSeconds for how long the event that is due longest has been due
     * @param lanes            how many there are: those of one buyer are in one, and are worked off one after the other
     * @param lanesBehind      those with events that are due, the longest first
     */
    public record InboxAnswer(@Required List<StateAnswer> states, long oldestDueSeconds, int lanes, @Required List<LaneAnswer> lanesBehind) {
    }

    /** Events of a state. @param count counted up to 10000 */
    public record StateAnswer(@Required String state, long count, long oldestSeconds) {
    }

    /** A lane that is behind. */
    public record LaneAnswer(int lane, long due, long oldestSeconds) {
    }

    /** A node that is alive. @param lanes how many it works off */
    public record NodeAnswer(@Required String id, int lanes) {
    }

    /**
     * The events of the last 24 hours that have an outcome and a reason.
     *
     * @param events        how many came in, at most 20000
     * @param explained     how many of them have an outcome and a reason
     * @param withinMinute  how many of them had it within a minute
     * @param late          how many have none after a minute
     * @param lateAmounts   what the live ones of these are about, in minor units by currency
     * @param salesAmounts  what the live sales that were recorded come to, in minor units by currency
     * @param withoutOutcome how many events of all times have none, or failed
     */
    public record ExplainedAnswer(long events, long explained, long withinMinute, long late, @Required Map<String, Long> lateAmounts,
                                  @Required Map<String, Long> salesAmounts, long withoutOutcome) {
    }

    /** The newest exchange rates of the server. @param stale whether they are more than a week old */
    public record RatesAnswer(@Required String asOf, long days, boolean stale, @Required String source) {
    }

    /** The newest check of the figures of all workspaces. @param finishedAt null while it is under way. @param differences the first ones */
    public record CheckedAnswer(@Required Instant startedAt, Instant finishedAt, long days, int found, @Required List<String> differences) {
    }

    /** What runs. @param schema the version of the newest migration of the database */
    public record VersionsAnswer(@Required String application, @Required String java, @Required String database, String schema) {
    }

    /** The database. @param bytes null where it does not say it. @param tables the largest first, with about how many rows */
    public record StorageAnswer(Long bytes, @Required List<TableAnswer> tables) {
    }

    /** A table. @param bytes with its indexes; null where the database does not say it */
    public record TableAnswer(@Required String name, long rows, Long bytes) {
    }

    /** The memory and processors of the node that answers. @param usedBytes of the heap */
    public record MemoryAnswer(long usedBytes, long maxBytes, int processors, @Required Instant startedAt) {
    }

    @GET
    @Operation(summary = "Read how the server is", description = "Sizes are the estimates of the database. What is counted is bounded,"
            + " so that the answer costs little on a busy server.")
    public SystemAnswer get() {
        DatabaseState.State about = database.read();
        return new SystemAnswer(inbox(), lanes.nodes().stream().map(node -> new NodeAnswer(node.id(), node.lanes())).toList(),
                explained(), rates.newestOfServer().map(newest -> new RatesAnswer(newest.asOf().toString(), newest.age().days(),
                        newest.age().stale(), newest.source())).orElse(null),
                checks.last().map(last -> new CheckedAnswer(last.startedAt(), last.finishedAt(), last.days(), last.found(),
                        last.differences())).orElse(null),
                rebuilds.progress().stream().map(progress -> progress.workspaceId().value()).toList(),
                new VersionsAnswer(Version.text(), Runtime.version() + " (" + System.getProperty("java.vendor") + ')',
                        about.product() + ' ' + about.version(), about.schema()),
                new StorageAnswer(about.bytes(), about.tables().stream().map(table -> new TableAnswer(table.name(), table.rows(),
                        table.bytes())).toList()), memory());
    }

    private InboxAnswer inbox() {
        List<StateAnswer> states = Stream.of(StripeEventState.RECEIVED, StripeEventState.QUEUED, StripeEventState.WAITING,
                StripeEventState.UNMATCHED, StripeEventState.FAILED).map(state -> {
                    InboxState.Standing standing = inbox.standing(state);
                    return new StateAnswer(state.text(), standing.count(), standing.oldestAge().toSeconds());
                }).toList();
        return new InboxAnswer(states, inbox.oldestDueAge().toSeconds(), Lane.COUNT, inbox.dueLanes().stream()
                .map(lane -> new LaneAnswer(lane.lane(), lane.due(), lane.oldestAge().toSeconds())).toList());
    }

    private ExplainedAnswer explained() {
        InboxExplained.Explained day = explained.since(DAY);
        long without = Stream.of(StripeEventState.RECEIVED, StripeEventState.QUEUED, StripeEventState.FAILED)
                .mapToLong(state -> inbox.standing(state).count()).sum();
        return new ExplainedAnswer(day.events(), day.explained(), day.inTime(), day.late(), day.amounts(), sales.since(DAY), without);
    }

    private static MemoryAnswer memory() {
        Runtime runtime = Runtime.getRuntime();
        return new MemoryAnswer(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory(), runtime.availableProcessors(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }
}
