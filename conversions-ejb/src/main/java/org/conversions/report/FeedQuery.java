package org.conversions.report;

/**
 * The part of the feed that is asked for.
 *
 * @param uncounted the visits that were not counted instead of the clicks; asked for of clicks only
 * @param page      from 1
 * @param limit     1 to {@link org.conversions.click.Clicks#PAGE_SIZE_MAX}
 */
public record FeedQuery(FiguresFilter filter, Period period, boolean uncounted, int page, int limit,
                        boolean oldestFirst) {

    int offset() {
        return (page - 1) * limit;
    }
}
