package org.conversions.web.api.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.report.Analytics;
import org.conversions.report.Choice;
import org.conversions.report.FiguresFilter;
import org.conversions.report.Period;
import org.conversions.report.Trait;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.security.Caller;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/** Reads the figures of a partner's links, and what the partner earned. */
@RequestScoped
public class PartnerFigures {

    @Inject
    private Analytics analytics;
    @Inject
    private FiguresRows rows;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    /**
     * @param partnerId  of the caller's workspace
     * @param forPartner whether the partner sees it, and not the merchant
     * @return one row for a count, else a list of rows
     * @throws RequestRefused unprocessable for a grouping that partners have not
     */
    public Object of(PartnerId partnerId, AnalyticsQuery query, PeriodQuery time, Mode mode, boolean forPartner) {
        FiguresFilter filter = new FiguresFilter(caller.workspaceId(), mode, Map.of(Trait.PARTNER, Choice.of(partnerId.value(), true)),
                null, null, true);
        Period period = time.period(query.interval(), clock.instant(), () -> workspaces.get(caller.workspaceId()).timezone());
        return switch (query.grouping()) {
            case COUNT -> rows.count(analytics.count(filter, period), true);
            case TIMESERIES -> rows.series(analytics.timeseries(filter, query.series(period)), true);
            case TOP_LINKS -> {
                List<FiguresAnswer> best = rows.split(query.grouping(), mode,
                        analytics.split(filter, period, query.grouping(), query.counted()), true);
                yield forPartner ? best.stream().map(FiguresAnswer::forPartner).toList() : best;
            }
            default -> throw RequestRefused.unprocessable("field_value_unknown",
                    "groupBy: must be one of count, timeseries, top_links");
        };
    }
}
