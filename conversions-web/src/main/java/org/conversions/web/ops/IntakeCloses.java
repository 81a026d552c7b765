package org.conversions.web.ops;

/** CDI event: no new request is taken any more, and those in hand are waited for. Who answers one for a long time ends it. */
public record IntakeCloses() {
}
