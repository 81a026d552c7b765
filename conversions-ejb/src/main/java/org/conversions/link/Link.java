package org.conversions.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A short link. A deleted one keeps its row, because clicks, sales and commissions name it. */
@Entity
@Table(name = "link")
class Link {

    @Id
    String id;
    @Column(name = "workspace_id")
    String workspaceId;
    String domain;
    @Column(name = "link_key")
    String key;
    /** True, or null when deleted: so a deleted link frees its address and its external id in the unique keys. */
    Boolean live;
    String url;
    @Column(name = "external_id")
    String externalId;
    @Column(name = "tenant_id")
    String tenantId;
    @Column(name = "program_id")
    String programId;
    @Column(name = "partner_id")
    String partnerId;
    @Column(name = "track_conversion")
    boolean trackConversion;
    boolean archived;
    String comments;
    @Column(name = "utm_source")
    String utmSource;
    @Column(name = "utm_medium")
    String utmMedium;
    @Column(name = "utm_campaign")
    String utmCampaign;
    @Column(name = "utm_term")
    String utmTerm;
    @Column(name = "utm_content")
    String utmContent;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;

    void leadTo(String destination) {
        url = destination;
        Utm utm = Utm.of(UrlQuery.of(destination));
        utmSource = utm.source();
        utmMedium = utm.medium();
        utmCampaign = utm.campaign();
        utmTerm = utm.term();
        utmContent = utm.content();
    }

    LinkDraft draft() {
        return new LinkDraft(url, domain, key, null, null, externalId, tenantId, comments, trackConversion, archived);
    }

    LinkView view() {
        return new LinkView(id, workspaceId, domain, key, Boolean.TRUE.equals(live), url, externalId, tenantId,
                programId, partnerId, trackConversion, archived, comments,
                new Utm(utmSource, utmMedium, utmCampaign, utmTerm, utmContent), createdAt, updatedAt);
    }
}
