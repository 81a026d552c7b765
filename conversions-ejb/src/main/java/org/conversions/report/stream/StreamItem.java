package org.conversions.report.stream;

/**
 * Goes to a reader: an event, or the number of clicks that were left out.
 *
 * @param event    null for clicks left out
 * @param more     the clicks left out; 0 for an event
 * @param position where the reader is then; null when it cannot go on from there
 */
public record StreamItem(StreamEvent event, int more, String position) {
}
