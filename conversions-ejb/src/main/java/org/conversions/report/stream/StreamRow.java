package org.conversions.report.stream;

import java.util.List;

/** A note of what one transaction brought. @param id its number @param notedAt in milliseconds */
record StreamRow(long id, long notedAt, List<StreamRef> refs) {
}
