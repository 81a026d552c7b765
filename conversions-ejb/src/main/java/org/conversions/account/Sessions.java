package org.conversions.account;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
import org.conversions.platform.TextColumn;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SecretBox;
import org.conversions.platform.secret.TokenHash;

/** Begins, finds and ends the sessions of people who are signed in. To end one deletes it, which holds at once on every node. */
@Stateless
public class Sessions {

    /** Bounds the sessions of a person; the next one takes the place of the oldest. */
    static final int PER_PERSON_MAX = 50;

    private static final String PREFIX = "conv_session_";
    /** Makes 190 bits, which cannot be guessed, so a fast hash is enough to keep them. */
    private static final int RANDOM_LENGTH = 32;
    private static final int LENGTH = PREFIX.length() + RANDOM_LENGTH;
    private static final int SWEEP_MAX = 1_000;
    private static final String CSRF = "csrf";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private SessionLimits limits;
    @Inject
    private SessionUse use;
    @Inject
    private Memberships memberships;
    @Inject
    private People people;
    @Inject
    private SecretBox secrets;

    /**
     * Begins a session of a person who has proved who they are.
     *
     * @param workspaceId the workspace to work in; null for the one that the person came to first
     */
    public StartedSession start(String personId, WorkspaceId workspaceId, Browser browser) {
        return start(personId, workspaceId, browser, false);
    }

    /** Begins a session of a person who has proved to read the mail of their address. */
    public StartedSession startByMail(String personId, Browser browser) {
        return start(personId, null, browser, true);
    }

    private StartedSession start(String personId, WorkspaceId workspaceId, Browser browser, boolean byMail) {
        deleteAll(database.createQuery("select s.id from StoredSession s where s.personId = :person"
                        + " order by s.createdAt desc", String.class)
                .setParameter("person", personId).setFirstResult(PER_PERSON_MAX - 1).setMaxResults(SWEEP_MAX).getResultList());
        String token = PREFIX + Ids.random(RANDOM_LENGTH);
        Optional<LoginSession.Place> place = memberships.of(personId).stream()
                .filter(membership -> workspaceId == null || membership.workspaceId().equals(workspaceId)).findFirst()
                .map(membership -> new LoginSession.Place(membership.workspaceId(), membership.role()));
        StoredSession row = new StoredSession();
        row.id = Ids.next("ses", clock);
        row.tokenHash = TokenHash.sha256(token);
        row.personId = personId;
        row.workspaceId = place.map(LoginSession.Place::workspaceId).orElse(null);
        row.userAgent = browser.userAgent() == null ? null : TextColumn.cut(browser.userAgent(), TextColumn.LENGTH_MAX);
        row.network = browser.network();
        row.byMail = byMail;
        row.createdAt = clock.instant();
        row.lastSeenAt = row.createdAt;
        row.expiresAt = row.createdAt.plus(limits.life());
        database.persist(row);
        return new StartedSession(token, new LoginSession(row.id, people.get(personId), place.orElse(null), row.expiresAt));
    }

    /**
     * Finds who a token's session is of. Every request of the dashboard comes by here, so it costs one statement and no
     * transaction of its own.
     *
     * @return empty for an unknown token, and for a session that was ended, has run out, or was not used for too long
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<LoginSession> find(String token) {
        Optional<LoginSession> found = look(token);
        found.ifPresent(session -> use.note(session.id(), clock.instant()));
        return found;
    }

    /** Finds the same and is no use of the session, which so does not last longer. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<LoginSession> look(String token) {
        if (token.length() != LENGTH || !token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return database.createQuery("select s, p, m.role from StoredSession s"
                        + " join Person p on p.id = s.personId"
                        + " left join Membership m on m.personId = s.personId and m.workspaceId = s.workspaceId"
                        + " where s.tokenHash = :hash and s.expiresAt > :now and s.lastSeenAt > :idle", Object[].class)
                .setParameter("hash", TokenHash.sha256(token)).setParameter("now", now)
                .setParameter("idle", now.minus(limits.idle())).getResultStream().findFirst().map(Sessions::session);
    }

    /** @throws RequestRefused not_found when the person does not belong to the workspace */
    public LoginSession choose(LoginSession session, WorkspaceId workspaceId) {
        Role role = workspaceId == null ? null : memberships.role(workspaceId, session.personId()).orElse(null);
        if (role == null) {
            throw RequestRefused.notFound("workspace_not_found", "Workspace not found.");
        }
        database.createQuery("update StoredSession s set s.workspaceId = :workspace where s.id = :id")
                .setParameter("workspace", workspaceId).setParameter("id", session.id()).executeUpdate();
        return new LoginSession(session.id(), session.person(), new LoginSession.Place(workspaceId, role), session.expiresAt());
    }

    /**
     * Gives a session another token: after a change of what the person proves themselves with, the old one is worth nothing,
     * wherever it got to.
     *
     * @return the token of its cookie from now on
     * @throws RequestRefused unauthorized when the session has just been ended
     */
    public StartedSession renew(LoginSession session) {
        String token = PREFIX + Ids.random(RANDOM_LENGTH);
        int renewed = database.createQuery("update StoredSession s set s.tokenHash = :hash where s.id = :id")
                .setParameter("hash", TokenHash.sha256(token)).setParameter("id", session.id()).executeUpdate();
        if (renewed == 0) {
            throw new RequestRefused(Code.UNAUTHORIZED, "sign_in_first", "This session was ended.");
        }
        return new StartedSession(token, session);
    }

    /** @return whether a session began with a mailed link, and at this time or later */
    public boolean begunByMail(LoginSession session, Instant since) {
        return !database.createQuery("select s.id from StoredSession s where s.id = :id and s.byMail = true and s.createdAt >= :since",
                        String.class).setParameter("id", session.id()).setParameter("since", since).getResultList().isEmpty();
    }

    /** @return when each of these people was last seen in the workspace, as far as their sessions last */
    public Map<String, Instant> lastSeen(WorkspaceId workspaceId, Collection<String> personIds) {
        return personIds.isEmpty() ? Map.of() : database.createQuery("select s.personId, s.lastSeenAt from StoredSession s"
                        + " where s.workspaceId = :workspace and s.personId in :people order by s.lastSeenAt", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("people", personIds)
                .setMaxResults(PER_PERSON_MAX * personIds.size()).getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1], (earlier, later) -> later));
    }

    /** @return the sessions of a person that last, the newest first */
    public List<SessionView> list(String personId) {
        return database.createQuery("select s from StoredSession s where s.personId = :person and s.expiresAt > :now"
                        + " and s.lastSeenAt > :idle order by s.createdAt desc, s.id desc", StoredSession.class)
                .setParameter("person", personId).setParameter("now", clock.instant())
                .setParameter("idle", clock.instant().minus(limits.idle())).setMaxResults(PER_PERSON_MAX).getResultStream()
                .map(StoredSession::view).toList();
    }

    /** Ends a session, if it is there. */
    public void end(LoginSession session) {
        deleteAll(List.of(session.id()));
    }

    /** @throws RequestRefused not_found for a session that the person does not have */
    public void revoke(String personId, String sessionId) {
        int ended = database.createQuery("delete from StoredSession s where s.personId = :person and s.id = :id")
                .setParameter("person", personId).setParameter("id", sessionId).executeUpdate();
        if (ended == 0) {
            throw RequestRefused.notFound("session_not_found", "Session not found.");
        }
        people.recordForAll(personId, "session_revoked", Map.of("session", sessionId));
    }

    /** Ends all sessions of a person. @param but the id of one that goes on; null for none */
    public void endAll(String personId, String but) {
        database.createQuery("delete from StoredSession s where s.personId = :person and s.id <> :but")
                .setParameter("person", personId).setParameter("but", but == null ? "" : but).executeUpdate();
    }

    /** Ends what goes on in a workspace under a role that is over. */
    public void end(@Observes MembershipEnded membership) {
        database.createQuery("delete from StoredSession s where s.personId = :person and s.workspaceId = :workspace")
                .setParameter("person", membership.personId()).setParameter("workspace", membership.workspaceId())
                .executeUpdate();
    }

    /** @return what a write with the session's cookie has to bring: a page of another site cannot know it */
    public String csrfToken(LoginSession session) {
        return secrets.mac(CSRF, session.id());
    }

    public boolean isCsrfToken(LoginSession session, String token) {
        return token != null && secrets.isMac(CSRF, session.id(), token);
    }

    /** Writes when sessions were last used. Their ids come in order, so that two nodes cannot block each other. */
    public void writeLastUses(SortedMap<String, Instant> uses) {
        uses.forEach((id, at) -> database.createQuery("update StoredSession s set s.lastSeenAt = :at where s.id = :id"
                        + " and s.lastSeenAt < :at")
                .setParameter("at", at).setParameter("id", id).executeUpdate());
    }

    /** Deletes what has run out, some at a time; every node may do it. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void sweep() {
        deleteAll(database.createQuery("select s.id from StoredSession s where s.expiresAt < :now order by s.expiresAt",
                        String.class)
                .setParameter("now", clock.instant()).setMaxResults(SWEEP_MAX).getResultList());
    }

    private void deleteAll(List<String> ids) {
        if (!ids.isEmpty()) {
            database.createQuery("delete from StoredSession s where s.id in :ids").setParameter("ids", ids).executeUpdate();
        }
    }

    private static LoginSession session(Object[] row) {
        StoredSession stored = (StoredSession) row[0];
        return new LoginSession(stored.id, ((Person) row[1]).view(),
                row[2] == null ? null : new LoginSession.Place(stored.workspaceId, (Role) row[2]), stored.expiresAt);
    }
}
