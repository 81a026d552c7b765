package org.conversions.report;

import java.util.Optional;

/**
 * The way in which a question is answered.
 *
 * @param source  the cells that are read, as far as they go
 * @param time    from when on what is read
 * @param partial whether less is read than is asked for
 */
record FiguresPlan(Optional<CellSource> source, TimePlan time, boolean partial) {
}
