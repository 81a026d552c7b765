package org.conversions.link.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.conversions.address.Destination;
import org.conversions.platform.Ids;
import org.conversions.platform.Json;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;

/**
 * The domains of a workspace. Any workspace may name any domain; the one that has proved it has it. Links are made on
 * proved domains only: otherwise the first workspace that names a domain could take its keys away from the owner.
 */
@Stateless
public class Domains {

    static final int PER_WORKSPACE_MAX = 100;
    static final int FILE_MAX = 65_536;
    private static final int TOKEN_LENGTH = 32;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Event<DomainChanged> changed;
    @Inject
    private Event<DomainRenaming> renaming;
    @Inject
    private Event<DomainReleased> released;

    /**
     * @param search   part of the slug, or null
     * @param archived whether archived domains are among them
     * @return the newest first
     */
    public List<DomainView> list(WorkspaceId workspaceId, String search, boolean archived, Page page) {
        Conditions conditions = new Conditions("d.workspaceId = :workspace", workspaceId)
                .andContains("d.slug like :search escape '!'", "search", search);
        if (!archived) {
            conditions.and("d.archived = false");
        }
        return conditions.bind(database.createQuery("select d from Domain d" + conditions.text() + " order by d.id desc",
                        Domain.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream().map(Domain::view).toList();
    }

    /** @throws RequestRefused not found */
    public DomainView get(WorkspaceId workspaceId, String slug) {
        return found(workspaceId, slug, LockModeType.NONE).view();
    }

    /**
     * @return the domain, not proved yet
     * @throws RequestRefused unprocessable for what cannot be; conflict when the workspace has it already or another
     *                        one has proved it; forbidden when the workspace has as many as it may have
     */
    public DomainView create(WorkspaceId workspaceId, DomainDraft draft) {
        if (database.createQuery("select count(d) from Domain d where d.workspaceId = :workspace", Long.class)
                .setParameter("workspace", workspaceId).getSingleResult() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("limit_reached",
                    "A workspace has at most " + PER_WORKSPACE_MAX + " domains.");
        }
        Domain domain = new Domain();
        domain.id = Ids.next("dom", clock);
        domain.workspaceId = workspaceId;
        domain.createdAt = clock.instant();
        call(domain, draft.slug());
        write(draft, domain);
        database.persist(domain);
        return domain.view();
    }

    /**
     * @throws RequestRefused as {@link #create}; not found; conflict for another slug while links are on the domain:
     *                        they would lead nowhere under the new one until that is proved
     */
    public DomainView update(WorkspaceId workspaceId, String slug, UnaryOperator<DomainDraft> change) {
        Domain domain = found(workspaceId, slug, LockModeType.PESSIMISTIC_WRITE);
        DomainDraft after = change.apply(domain.draft());
        if (after.equals(domain.draft())) {
            return domain.view();
        }
        changed.fire(new DomainChanged(domain.slug));
        if (!domain.slug.equals(after.slug())) {
            renaming.fire(new DomainRenaming(workspaceId, domain.slug));
            domain.verified = null;
            call(domain, after.slug());
        }
        write(after, domain);
        return domain.view();
    }

    /**
     * Gives the domain up; any workspace may prove it then. Its links are deleted with it: what they have earned stays.
     *
     * @return its slug
     * @throws RequestRefused not found
     */
    public String delete(WorkspaceId workspaceId, String slug) {
        Domain domain = found(workspaceId, slug, LockModeType.PESSIMISTIC_WRITE);
        released.fire(new DomainReleased(workspaceId, domain.slug));
        database.remove(domain);
        changed.fire(new DomainChanged(domain.slug));
        return domain.slug;
    }

    /**
     * Makes the domain the workspace's, after the record was seen.
     *
     * @throws RequestRefused not found; conflict when another workspace has it, which must give it up first
     */
    public DomainView proved(WorkspaceId workspaceId, String slug) {
        Domain domain = found(workspaceId, slug, LockModeType.PESSIMISTIC_WRITE);
        refuseProvedByAnother(domain);
        domain.verified = true;
        domain.checkedAt = clock.instant();
        domain.missingSince = null;
        domain.updatedAt = clock.instant();
        database.flush();
        changed.fire(new DomainChanged(domain.slug));
        return domain.view();
    }

    private void call(Domain domain, String slug) {
        domain.slug = DomainSlug.checked(slug, shortDomain.name());
        domain.verificationToken = Ids.random(TOKEN_LENGTH);
        if (!database.createQuery("select d.id from Domain d where d.workspaceId = :workspace and d.slug = :slug"
                        + " and d.id <> :id", String.class)
                .setParameter("workspace", domain.workspaceId).setParameter("slug", domain.slug)
                .setParameter("id", domain.id).getResultList().isEmpty()) {
            throw RequestRefused.conflict("slug_taken", "slug: the workspace has this domain already");
        }
        refuseProvedByAnother(domain);
    }

    private void write(DomainDraft draft, Domain domain) {
        domain.archived = draft.archived();
        domain.placeholder = address("placeholder", draft.placeholder());
        domain.expiredUrl = destination("expiredUrl", draft.expiredUrl(), domain);
        domain.notFoundUrl = destination("notFoundUrl", draft.notFoundUrl(), domain);
        domain.logo = address("logo", draft.logo());
        domain.assetLinks = json("assetLinks", draft.assetLinks());
        domain.appleAppSiteAssociation = json("appleAppSiteAssociation", draft.appleAppSiteAssociation());
        if (draft.primary() && !domain.primaryDomain) {
            database.createQuery("update Domain d set d.primaryDomain = false where d.workspaceId = :workspace"
                    + " and d.primaryDomain = true").setParameter("workspace", domain.workspaceId).executeUpdate();
        }
        domain.primaryDomain = draft.primary();
        domain.updatedAt = clock.instant();
    }

    private void refuseProvedByAnother(Domain domain) {
        if (!database.createQuery("select d.id from Domain d where d.slug = :slug and d.verified = true"
                        + " and d.workspaceId <> :workspace", String.class)
                .setParameter("slug", domain.slug).setParameter("workspace", domain.workspaceId)
                .getResultList().isEmpty()) {
            throw RequestRefused.conflict("domain_verified_elsewhere",
                    "slug: another workspace has verified this domain");
        }
    }

    private Domain found(WorkspaceId workspaceId, String slug, LockModeType lock) {
        return database.createQuery("select d from Domain d where d.workspaceId = :workspace and d.slug = :slug",
                        Domain.class)
                .setParameter("workspace", workspaceId).setParameter("slug", slug.toLowerCase(Locale.ROOT))
                .setLockMode(lock).getResultStream().findFirst()
                .orElseThrow(() -> RequestRefused.notFound("domain_not_found", "The domain was not found."));
    }

    /** @throws RequestRefused unprocessable when it may lead back here, for ever */
    private String destination(String field, String url, Domain domain) {
        if (url == null || url.isEmpty()) {
            return null;
        }
        String checked = Destination.check(field, url, shortDomain.name());
        String host = Destination.host(checked);
        if (host.equals(domain.slug) || !database.createQuery(
                        "select d.id from Domain d where d.slug = :host and d.verified = true", String.class)
                .setParameter("host", host).getResultList().isEmpty()) {
            throw RequestRefused.unprocessable("redirect_loop",
                    field + ": must not lead to " + host + ", which is a domain of short links");
        }
        return checked;
    }

    private static String address(String field, String url) {
        return url == null || url.isEmpty() ? null : Destination.check(field, url);
    }

    private static String json(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > FILE_MAX) {
            throw RequestRefused.unprocessable("field_too_long",
                    field + ": must be at most " + FILE_MAX + " characters");
        }
        try {
            Json.MAPPER.readTree(text);
            return text;
        } catch (JsonProcessingException e) {
            throw RequestRefused.unprocessable("field_malformed", field + ": must be JSON");
        }
    }
}
