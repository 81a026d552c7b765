package org.conversions.web.api.domain;

import java.time.Instant;
import org.conversions.link.domain.DomainDraft;
import org.conversions.link.domain.DomainRecord;
import org.conversions.link.domain.DomainView;
import org.conversions.web.openapi.Required;

/**
 * A domain as the API shows it: every field that published clients read.
 *
 * @param registeredDomain   always null: nothing is bought here
 * @param verificationRecord the DNS record that proves the domain
 */
public record DomainAnswer(
        @Required String id, @Required String slug, boolean verified, boolean primary, boolean archived,
        String placeholder, String expiredUrl, String notFoundUrl, String logo, String assetLinks,
        String appleAppSiteAssociation, Object registeredDomain, DomainRecord verificationRecord,
        @Required Instant createdAt, @Required Instant updatedAt) {

    static DomainAnswer of(DomainView domain) {
        DomainDraft settings = domain.settings();
        return new DomainAnswer(domain.id(), settings.slug(), domain.verified(), settings.primary(),
                settings.archived(), settings.placeholder(), settings.expiredUrl(), settings.notFoundUrl(),
                settings.logo(), settings.assetLinks(), settings.appleAppSiteAssociation(), null, domain.record(),
                domain.createdAt(), domain.updatedAt());
    }
}
