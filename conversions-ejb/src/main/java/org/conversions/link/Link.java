package org.conversions.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.conversions.address.UrlQuery;
import org.conversions.address.Utm;
import org.conversions.link.LinkDraft.TagChoice;
import org.conversions.link.tag.TagView;
import org.conversions.platform.Json;
import org.conversions.platform.StoredRow;
import org.conversions.platform.TextColumn;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SecretBox;

/** A short link. A deleted one keeps its row, because clicks, sales and commissions name it. */
@Entity
@Table(name = "link")
class Link {

    /** Length of the part of a destination that is in the index by which links are found by it. */
    static final int URL_START_LENGTH = TextColumn.LENGTH_MAX;

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String domain;
    @Column(name = "link_key")
    String key;
    /** Is true, or null when deleted: so a deleted link frees its address and its external id in the unique keys. */
    Boolean live;
    String url;
    @Column(name = "url_start")
    String urlStart;
    /** Set while this is the link that callers mean who ask for one with this destination. */
    @Column(name = "url_claim")
    String urlClaim;
    @Column(name = "external_id")
    String externalId;
    @Column(name = "tenant_id")
    String tenantId;
    @Column(name = "program_id")
    String programId;
    @Column(name = "partner_id")
    String partnerId;
    @Column(name = "folder_id")
    String folderId;
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
    @Column(name = "expires_at")
    Instant expiresAt;
    @Column(name = "expired_url")
    String expiredUrl;
    @Column(name = "disabled_at")
    Instant disabledAt;
    /** Sealed. */
    String password;
    String title;
    String description;
    String image;
    String video;
    boolean proxy;
    boolean rewrite;
    @Column(name = "do_index")
    boolean doIndex;
    @Column(name = "public_stats")
    boolean publicStats;
    String ios;
    String android;
    String geo;
    @Column(name = "test_variants")
    String testVariants;
    @Column(name = "test_started_at")
    Instant testStartedAt;
    @Column(name = "test_completed_at")
    Instant testCompletedAt;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;

    /** @param checked what {@link LinkCheck} gave, with its key; the tags are rows of their own */
    void write(LinkDraft checked, SecretBox secrets, Instant now) {
        boolean stays = checked.url().equals(url) && checked.domain().equals(domain);
        urlClaim = stays ? urlClaim : null;
        domain = checked.domain();
        key = checked.key();
        leadTo(checked.url());
        externalId = checked.externalId();
        tenantId = checked.tenantId();
        folderId = checked.folderId();
        trackConversion = checked.trackConversion();
        archived = checked.archived();
        comments = checked.comments();
        write(checked.rules(), secrets);
        updatedAt = now;
    }

    private void leadTo(String destination) {
        url = destination;
        urlStart = start(destination);
        Utm utm = Utm.of(UrlQuery.of(destination));
        utmSource = utm.source();
        utmMedium = utm.medium();
        utmCampaign = utm.campaign();
        utmTerm = utm.term();
        utmContent = utm.content();
    }

    private void write(LinkRules rules, SecretBox secrets) {
        expiresAt = rules.expiresAt();
        expiredUrl = rules.expiredUrl();
        disabledAt = rules.disabledAt();
        password = rules.password() == null ? null : secrets.encrypt(SealedPasswords.place(id), rules.password());
        title = rules.preview().title();
        description = rules.preview().description();
        image = rules.preview().image();
        video = rules.preview().video();
        proxy = rules.preview().proxy();
        rewrite = rules.rewrite();
        doIndex = rules.doIndex();
        publicStats = rules.publicStats();
        ios = rules.ios();
        android = rules.android();
        geo = rules.geo().isEmpty() ? null : Json.write(rules.geo());
        testVariants = rules.experiment().variantsText();
        testStartedAt = rules.experiment().startedAt();
        testCompletedAt = rules.experiment().completedAt();
    }

    LinkDraft draft(List<TagView> tags, SecretBox secrets) {
        return new LinkDraft(url, domain, key, null, null, externalId, tenantId, comments, trackConversion, archived,
                folderId, TagChoice.ids(tags.stream().map(TagView::id).toList()), rules(secrets));
    }

    LinkView view(List<TagView> tags, SecretBox secrets) {
        StoredRow.mustHold((programId == null) == (partnerId == null), "link " + id, "it has a partner and a program, or neither");
        StoredRow.mustHold(partnerId == null || trackConversion, "link " + id, "a partner's link tracks conversions");
        return new LinkView(new LinkId(id), workspaceId, domain, key, Boolean.TRUE.equals(live), url, externalId, tenantId,
                programId, PartnerId.of(partnerId), trackConversion, archived, comments,
                new Utm(utmSource, utmMedium, utmCampaign, utmTerm, utmContent), folderId, List.copyOf(tags),
                rules(secrets), createdAt, updatedAt);
    }

    static String start(String url) {
        return TextColumn.cut(url, URL_START_LENGTH);
    }

    private LinkRules rules(SecretBox secrets) {
        return new LinkRules(expiresAt, expiredUrl, disabledAt,
                password == null ? null : secrets.decrypt(SealedPasswords.place(id), password),
                new LinkPreview(title, description, image, video, proxy), rewrite, doIndex, publicStats, ios, android,
                LinkRules.geoOf(geo), LinkExperiment.stored(testVariants, testStartedAt, testCompletedAt));
    }
}
