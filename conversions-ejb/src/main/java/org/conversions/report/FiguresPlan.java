package org.conversions.report;

import java.util.List;
import java.util.Optional;

/**
 * The way in which a question is answered.
 *
 * @param source  the cells that are read, as far as they go
 * @param time    from when on what is read
 * @param whole   the same without a distinction
 * @param partial whether less is read than is asked for
 */
record FiguresPlan(Optional<CellSource> source, TimePlan time, List<Span> whole, boolean partial) {
}
