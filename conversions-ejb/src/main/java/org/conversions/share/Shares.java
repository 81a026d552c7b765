package org.conversions.share;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.conversions.account.Passwords;
import org.conversions.audit.AuditTrail;
import org.conversions.overview.Authors;
import org.conversions.platform.Ids;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.PageAddresses;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Mode;

/** Makes, lists, changes and ends the shares of a workspace. A key that is not live sees and changes none that is. */
@Stateless
public class Shares {

    static final int PER_WORKSPACE_MAX = 500;
    static final int PASSWORD_MIN = 8;
    static final int PASSWORD_MAX = 200;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Authors authors;
    @Inject
    private Passwords passwords;
    @Inject
    private AuditTrail trail;
    @Inject
    private PageAddresses addresses;

    /** @param mode of the caller @return the shares, the newest first, those that have ended too */
    public List<ShareView> list(WorkspaceId workspaceId, Mode mode, Page page) {
        List<StoredShare> found = database.createQuery("select s from StoredShare s where s.workspaceId = :workspace"
                        + " and s.mode in :modes order by s.workspaceId desc, s.id desc", StoredShare.class)
                .setParameter("workspace", workspaceId).setParameter("modes", mode.reached())
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        Authors.Known known = authors.of(found.stream().map(share -> share.authorId));
        return found.stream().map(share -> share.view(known.author(share.authorId))).toList();
    }

    /**
     * @param personId null for a key
     * @param password null or empty for none
     * @throws RequestRefused unprocessable for a password or an end that cannot be; forbidden when there are as many as there
     *                        may be
     */
    public MadeShare create(WorkspaceId workspaceId, String personId, ShareDraft draft, String password) {
        if (database.createQuery("select count(s) from StoredShare s where s.workspaceId = :workspace", Long.class)
                .setParameter("workspace", workspaceId).getSingleResult() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A workspace has at most " + PER_WORKSPACE_MAX + " shares: delete one first.");
        }
        refusePast(draft.expiresAt());
        String token = ShareToken.next();
        StoredShare share = new StoredShare();
        share.id = Ids.next("share", clock);
        share.tokenHash = TokenHash.sha256(token);
        share.workspaceId = workspaceId;
        share.set(draft);
        share.passwordHash = hash(password);
        share.authorId = personId;
        share.createdAt = clock.instant();
        database.persist(share);
        trail.record(workspaceId, "share_made", share.id, details(share));
        return new MadeShare(share.view(authors.of(personId)), addresses.at("share/" + token));
    }

    /**
     * @param mode     of the caller
     * @param change   of what is shared
     * @param password null to leave it, empty to ask for none any more
     * @throws RequestRefused not found; unprocessable as for a new one
     */
    public ShareView update(WorkspaceId workspaceId, Mode mode, String shareId, UnaryOperator<ShareDraft> change, String password) {
        String hash = password == null ? null : hash(password);
        StoredShare share = locked(workspaceId, mode, shareId);
        Map<String, Object> before = details(share);
        ShareDraft draft = change.apply(share.draft());
        if (draft.expiresAt() != null && !draft.expiresAt().equals(share.expiresAt)) {
            refusePast(draft.expiresAt());
        }
        share.set(draft);
        share.passwordHash = password == null ? share.passwordHash : hash;
        trail.record(workspaceId, "share_changed", shareId, Map.of("from", before, "to", details(share)));
        return share.view(authors.of(share.authorId));
    }

    /** Ends a share at once. @param mode of the caller @throws RequestRefused not found */
    public String delete(WorkspaceId workspaceId, Mode mode, String shareId) {
        StoredShare share = locked(workspaceId, mode, shareId);
        database.remove(share);
        trail.record(workspaceId, "share_deleted", shareId, details(share));
        return shareId;
    }

    private StoredShare locked(WorkspaceId workspaceId, Mode mode, String shareId) {
        return database.createQuery("select s from StoredShare s where s.workspaceId = :workspace and s.id = :id and s.mode in :modes",
                        StoredShare.class)
                .setParameter("workspace", workspaceId).setParameter("id", shareId).setParameter("modes", mode.reached())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst()
                .orElseThrow(() -> RequestRefused.notFound("share_not_found", "The share was not found."));
    }

    private void refusePast(Instant end) {
        if (end != null && !end.isAfter(clock.instant())) {
            throw RequestRefused.unprocessable("field_out_of_range", "expiresAt: must be in the future");
        }
    }

    /** @return null for none */
    private String hash(String password) {
        if (password == null || password.isEmpty()) {
            return null;
        }
        if (password.length() < PASSWORD_MIN || password.length() > PASSWORD_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid",
                    "password: must have " + PASSWORD_MIN + " to " + PASSWORD_MAX + " characters");
        }
        return passwords.hash(password);
    }

    private static Map<String, Object> details(StoredShare share) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", share.name);
        details.put("query", share.query);
        details.put("mode", share.mode);
        details.put("money", share.money);
        details.put("password", share.passwordHash != null);
        details.put("expiresAt", share.expiresAt);
        details.values().removeIf(value -> value == null);
        return details;
    }
}
