package org.conversions.reward.discount;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.work.Backoff;
import org.conversions.workspace.Mode;

/** The codes that were ended here, and of which Stripe is still to be told so. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class RetiredCodes {

    /** The time after which another node takes over. */
    private static final Duration TELLING_MAX = Duration.ofMinutes(5);
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(2), Duration.ofHours(1));

    /** A code to be ended at Stripe. */
    public record Retired(String id, WorkspaceId workspaceId, Mode mode, String promotionCodeId) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** Takes the code that has been due for longest, for as long as telling Stripe may take. @return empty when none is due */
    public Optional<Retired> next() {
        List<?> due = database.createNativeQuery("select d.id from discount_code d where d.retire_at > :longAgo and d.retire_at <= :now"
                        + " order by d.retire_at limit 1 for update skip locked")
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        return due.stream().findFirst().map(id -> database.find(DiscountCode.class, id)).map(code -> {
            code.retireAt = clock.instant().plus(TELLING_MAX);
            return new Retired(code.id, code.workspaceId, code.mode, code.promotionCodeId);
        });
    }

    /** @param done whether it is over, or cannot be told; false when Stripe is to be told again later */
    public void told(String id, boolean done) {
        DiscountCode code = database.find(DiscountCode.class, id);
        code.retireAt = done ? null : clock.instant().plus(PAUSES.pause(code.retireAttempts));
        code.retireAttempts++;
    }
}
