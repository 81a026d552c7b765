package org.conversions.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A row of login_session. The token itself is nowhere: only its hash. */
@Entity
@Table(name = "login_session")
class StoredSession {

    @Id
    String id;
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "person_id")
    String personId;
    /** The workspace that is worked in; null when the person has none. */
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "user_agent")
    String userAgent;
    String network;
    /** Whether it began with a mailed link, and without the password. */
    @Column(name = "by_mail")
    boolean byMail;
    @Column(name = "created_at")
    Instant createdAt;
    /** To the minute. */
    @Column(name = "last_seen_at")
    Instant lastSeenAt;
    @Column(name = "expires_at")
    Instant expiresAt;

    SessionView view() {
        return new SessionView(id, userAgent, network, createdAt, lastSeenAt, expiresAt);
    }
}
