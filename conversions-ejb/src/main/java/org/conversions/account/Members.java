package org.conversions.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.conversions.platform.Ids;
import org.conversions.platform.id.WorkspaceId;

/** The people who may sign in to a workspace. */
@ApplicationScoped
public class Members {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Passwords passwords;

    /** @param email in lower case */
    public void addOwner(WorkspaceId workspaceId, String email, String password) {
        Member member = new Member();
        member.id = Ids.next("user", clock);
        member.workspaceId = workspaceId;
        member.email = email;
        member.passwordHash = passwords.hash(password);
        member.role = Member.OWNER;
        member.createdAt = clock.instant();
        database.persist(member);
    }
}
