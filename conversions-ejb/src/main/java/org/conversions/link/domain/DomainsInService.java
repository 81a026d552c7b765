package org.conversions.link.domain;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The domains that lead to links, of all workspaces, and the results of looks for their records. */
@Stateless
public class DomainsInService {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Event<DomainChanged> changed;

    /** @return those in service whose record was not looked for since, the longest ago first */
    public List<DomainView> due(Instant since, int max) {
        return database.createQuery("select d from Domain d where d.verified = true and d.checkedAt < :since"
                        + " order by d.checkedAt", Domain.class)
                .setParameter("since", since).setMaxResults(max).getResultStream().map(Domain::view).toList();
    }

    /**
     * Notes a look for the record.
     *
     * @return its result; null when the domain is no longer in service anyway
     */
    public DomainCheck checked(String id, boolean seen) {
        Domain domain = database.find(Domain.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (domain == null || domain.verified == null) {
            return null;
        }
        DomainCheck check = DomainCheck.of(domain.missingSince, seen, clock.instant());
        domain.checkedAt = clock.instant();
        domain.missingSince = check.missingSince();
        if (!check.inService()) {
            domain.verified = null;
            domain.updatedAt = clock.instant();
            changed.fire(new DomainChanged(domain.slug));
        }
        return check;
    }

    /**
     * Takes a look upon this node. Without a result it is due again a day later.
     *
     * @return whether it was still due: of several nodes one looks, because two looks in vain end the service
     */
    public boolean begin(String id, Instant since) {
        return database.createQuery("update Domain d set d.checkedAt = :at where d.id = :id and d.checkedAt < :since")
                .setParameter("id", id).setParameter("since", since)
                .setParameter("at", clock.instant().minus(DomainCheck.EVERY).plus(Duration.ofDays(1))).executeUpdate() == 1;
    }
}
