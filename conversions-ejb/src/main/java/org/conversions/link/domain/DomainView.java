package org.conversions.link.domain;

import java.time.Instant;

/** A domain as other rooms see it. @param record what proves it */
public record DomainView(String id, DomainDraft settings, boolean verified, DomainRecord record, Instant createdAt,
                         Instant updatedAt) {
}
