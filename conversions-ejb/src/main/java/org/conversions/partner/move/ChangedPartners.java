package org.conversions.partner.move;

import static org.conversions.platform.UtcTime.column;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conversions.commission.CommissionBooked;
import org.conversions.lead.LeadRecorded;
import org.conversions.lead.LeadView;
import org.conversions.platform.BeforeCommit;
import org.conversions.platform.Ids;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.RewardsInForce;
import org.conversions.sale.SaleAdjusted;
import org.conversions.sale.SaleCorrected;
import org.conversions.sale.SaleRecorded;
import org.conversions.workspace.Mode;
import org.hibernate.Session;

/**
 * Notes the partners whose figures a transaction changed, where their program has rules that look at these: by one statement for all
 * events of the transaction.
 */
@ApplicationScoped
class ChangedPartners {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;
    @Inject
    private Clock clock;
    @Inject
    private RewardsInForce rewards;

    private static final int RANDOM_LENGTH = 14;

    /** The partners by their workspaces. */
    private static final class Changed {

        private final SortedMap<WorkspaceId, SortedSet<PartnerId>> partners = new TreeMap<>();
    }

    void sale(@Observes SaleRecorded event) {
        ownerOf(event.sale().workspaceId(), event.sale().mode(), event.sale().linkId());
    }

    void sale(@Observes SaleCorrected event) {
        ownerOf(event.before().workspaceId(), event.before().mode(), event.before().linkId());
        ownerOf(event.after().workspaceId(), event.after().mode(), event.after().linkId());
    }

    void sale(@Observes SaleAdjusted event) {
        ownerOf(event.sale().workspaceId(), event.sale().mode(), event.sale().linkId());
    }

    void lead(@Observes LeadRecorded event) {
        LeadView lead = event.lead();
        if (lead.mode() == Mode.LIVE) {
            changed(lead.workspaceId(), lead.mode(), rewards.forLeads(lead.workspaceId(), List.of(lead.linkId())).ownerOf(lead.linkId()));
        }
    }

    void earned(@Observes CommissionBooked event) {
        if (event.earnings().minor() != 0) {
            changed(event.workspaceId(), event.mode(), event.partnerId());
        }
    }

    private void ownerOf(WorkspaceId workspaceId, Mode mode, LinkId linkId) {
        if (mode == Mode.LIVE) {
            changed(workspaceId, mode, rewards.forSales(workspaceId, List.of(linkId)).ownerOf(linkId));
        }
    }

    private void changed(WorkspaceId workspaceId, Mode mode, PartnerId partnerId) {
        if (mode != Mode.LIVE || partnerId == null) {
            return;
        }
        Session session = database.unwrap(Session.class);
        Instant now = clock.instant();
        BeforeCommit.gather(transaction, Changed.class, Changed::new, changed -> note(session, changed, now), status -> { })
                .partners.computeIfAbsent(workspaceId, none -> new TreeSet<>()).add(partnerId);
    }

    /** Where no program has such rules, there is nobody to be judged. */
    private static void note(Session session, Changed changed, Instant now) {
        changed.partners.forEach((workspaceId, partnerIds) -> {
            if (session.createNativeQuery("select r.program_id from group_move_round r where r.workspace_id = :workspace", String.class)
                    .setParameter("workspace", workspaceId).setMaxResults(1).getResultList().isEmpty()) {
                return;
            }
            session.doWork(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into group_move (id, workspace_id, partner_id, due_at) values (?, ?, ?, ?)")) {
                    for (PartnerId partnerId : partnerIds) {
                        insert.setString(1, "gm_" + Ids.sortable(now.toEpochMilli(), RANDOM_LENGTH));
                        insert.setString(2, workspaceId.value());
                        insert.setString(3, partnerId.value());
                        insert.setObject(4, column(now));
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            });
        });
    }
}
