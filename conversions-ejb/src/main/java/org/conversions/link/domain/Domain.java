package org.conversions.link.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A host that a workspace says is its own. */
@Entity
@Table(name = "domain")
class Domain {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String slug;
    /** Is true, or null as long as it is not proved: so a slug is unique among the proved ones only. */
    Boolean verified;
    @Column(name = "verification_token")
    String verificationToken;
    @Column(name = "primary_domain")
    boolean primaryDomain;
    boolean archived;
    String placeholder;
    @Column(name = "expired_url")
    String expiredUrl;
    @Column(name = "not_found_url")
    String notFoundUrl;
    String logo;
    @Column(name = "asset_links")
    String assetLinks;
    @Column(name = "apple_app_site_association")
    String appleAppSiteAssociation;
    /** Time of the last look for the record; null as long as the domain is not proved. */
    @Column(name = "checked_at")
    Instant checkedAt;
    /** Time of the look that missed the record first; null when the last one saw it. */
    @Column(name = "missing_since")
    Instant missingSince;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;

    DomainDraft draft() {
        return new DomainDraft(slug, primaryDomain, archived, placeholder, expiredUrl, notFoundUrl, logo, assetLinks,
                appleAppSiteAssociation);
    }

    DomainView view() {
        return new DomainView(id, draft(), Boolean.TRUE.equals(verified), DomainRecord.of(slug, verificationToken),
                createdAt, updatedAt);
    }
}
