package org.conversions.account;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Workspaces;

/** Which people belong to which workspaces, and with what role. A workspace with people keeps an owner. */
@Stateless
public class Memberships {

    static final int PER_WORKSPACE_MAX = 500;
    static final int PER_PERSON_MAX = 100;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Workspaces workspaces;
    @Inject
    private AuditTrail trail;
    @Inject
    private Event<MembershipEnded> ended;

    /**
     * Makes a person a member; who is one already keeps the wider role.
     *
     * @throws RequestRefused forbidden when either has as many as it may have
     */
    public void add(WorkspaceId workspaceId, String personId, Role role) {
        workspaces.lock(workspaceId);
        Optional<Membership> known = row(workspaceId, personId);
        if (known.isPresent()) {
            known.filter(membership -> role.covers(membership.role)).ifPresent(membership -> membership.role = role);
            return;
        }
        if (members(workspaceId).size() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A workspace has at most " + PER_WORKSPACE_MAX + " people.");
        }
        if (of(personId).size() >= PER_PERSON_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A person belongs to at most " + PER_PERSON_MAX + " workspaces.");
        }
        database.persist(Membership.of(workspaceId, personId, role, clock));
    }

    /** @return the workspaces of a person, the oldest membership first */
    public List<MembershipView> of(String personId) {
        return database.createQuery("select m from Membership m where m.personId = :person order by m.id", Membership.class)
                .setParameter("person", personId).setMaxResults(PER_PERSON_MAX).getResultStream()
                .map(found -> new MembershipView(found.workspaceId, found.role)).toList();
    }

    /** @return empty when the person does not belong to the workspace */
    public Optional<Role> role(WorkspaceId workspaceId, String personId) {
        return row(workspaceId, personId).map(found -> found.role);
    }

    /** @throws RequestRefused not_found for who is no member */
    public void checkMember(WorkspaceId workspaceId, String personId) {
        known(workspaceId, personId);
    }

    /** @return the people of a workspace, the oldest membership first */
    public List<MemberView> members(WorkspaceId workspaceId) {
        return database.createQuery("select m, p from Membership m join Person p on p.id = m.personId"
                        + " where m.workspaceId = :workspace order by m.id", Object[].class)
                .setParameter("workspace", workspaceId).setMaxResults(PER_WORKSPACE_MAX).getResultStream()
                .map(row -> new MemberView(((Person) row[1]).view(), ((Membership) row[0]).role,
                        ((Membership) row[0]).createdAt)).toList();
    }

    /** @throws RequestRefused not_found; conflict for the last owner */
    public MemberView changeRole(WorkspaceId workspaceId, String personId, Role role) {
        workspaces.lock(workspaceId);
        Membership membership = known(workspaceId, personId);
        Role before = membership.role;
        if (before != role) {
            refuseLastOwner(workspaceId, membership);
            membership.role = role;
            trail.record(workspaceId, "member_role_changed", personId, Map.of("from", before.text(), "to", role.text()));
            if (!role.covers(before)) {
                ended.fire(new MembershipEnded(workspaceId, personId));
            }
        }
        return new MemberView(database.find(Person.class, personId).view(), role, membership.createdAt);
    }

    /** @throws RequestRefused not_found; conflict for the last owner */
    public void remove(WorkspaceId workspaceId, String personId) {
        workspaces.lock(workspaceId);
        Membership membership = known(workspaceId, personId);
        refuseLastOwner(workspaceId, membership);
        database.remove(membership);
        trail.record(workspaceId, "member_removed", personId, Map.of("role", membership.role.text()));
        ended.fire(new MembershipEnded(workspaceId, personId));
    }

    /** The workspace is locked, so that two owners cannot make each other the last one. */
    private void refuseLastOwner(WorkspaceId workspaceId, Membership membership) {
        if (membership.role == Role.OWNER
                && members(workspaceId).stream().filter(member -> member.role() == Role.OWNER).count() == 1) {
            throw RequestRefused.conflict("last_owner", "A workspace keeps an owner: make somebody else one first.");
        }
    }

    private Membership known(WorkspaceId workspaceId, String personId) {
        return row(workspaceId, personId).orElseThrow(() ->
                RequestRefused.notFound("member_not_found", "This workspace has no such member."));
    }

    private Optional<Membership> row(WorkspaceId workspaceId, String personId) {
        return database.createQuery("select m from Membership m where m.workspaceId = :workspace and m.personId = :person",
                        Membership.class)
                .setParameter("workspace", workspaceId).setParameter("person", personId).getResultStream().findFirst();
    }
}
