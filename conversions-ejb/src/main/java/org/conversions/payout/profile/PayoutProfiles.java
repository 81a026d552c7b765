package org.conversions.payout.profile;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Finds payout profiles as they are at this moment. */
@Stateless
public class PayoutProfiles {

    /** How many partners one statement is about. */
    private static final int STEP = 500;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private SealedAccounts accounts;

    /** @return empty for a partner without one, and for one of another workspace */
    public Optional<PayoutProfileView> find(WorkspaceId workspaceId, PartnerId partnerId) {
        return Optional.ofNullable(database.find(StoredProfile.class, partnerId.value()))
                .filter(row -> row.workspaceId.equals(workspaceId))
                .map(row -> PayoutProfileView.of(accounts.state(row).at(clock.instant())));
    }

    /** @return where the money of these partners goes now; those without a profile are left out */
    public Map<PartnerId, PayoutAccount> accounts(WorkspaceId workspaceId, Collection<PartnerId> partnerIds) {
        Instant now = clock.instant();
        List<String> asked = partnerIds.stream().map(PartnerId::value).distinct().toList();
        Map<PartnerId, PayoutAccount> found = new HashMap<>();
        for (int from = 0; from < asked.size(); from += STEP) {
            database.createQuery("select p from StoredProfile p where p.partnerId in :partners and p.workspaceId = :workspace",
                            StoredProfile.class)
                    .setParameter("partners", asked.subList(from, Math.min(asked.size(), from + STEP)))
                    .setParameter("workspace", workspaceId).getResultStream()
                    .forEach(row -> found.put(new PartnerId(row.partnerId), accounts.state(row).at(now).account()));
        }
        return found;
    }
}
