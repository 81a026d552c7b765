package org.conversions.partner;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.conversions.address.Destination;
import org.conversions.money.Currencies;
import org.conversions.money.StoredMoney;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.WorkspaceCreated;
import org.conversions.workspace.Workspaces;

/** Keeps programs. Every workspace has one from the start, with a group, so that a first partner needs no other step. */
@Stateless
public class Programs {

    private static final int NAME_MAX = TextColumn.LENGTH_MAX;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Workspaces workspaces;

    public void begin(@Observes WorkspaceCreated created) {
        Program program = new Program();
        program.id = Ids.next("prog", clock);
        program.workspaceId = created.workspaceId();
        program.name = "Partner program";
        program.createdAt = clock.instant();
        database.persist(program);
        database.persist(PartnerGroup.first(program, clock));
    }

    /** @return the workspace's program */
    public ProgramView get(WorkspaceId workspaceId) {
        return view(database.find(Program.class, defaultOf(workspaceId)));
    }

    /**
     * @param name null keeps it
     * @param url  null keeps it, and an empty one is none
     * @param payouts how the program earns and pays out; what was earned stays, and so does its currency
     * @throws RequestRefused unprocessable, naming the field
     */
    public ProgramView change(WorkspaceId workspaceId, String name, String url, PayoutTerms payouts) {
        if (name != null && (name.isBlank() || name.length() > NAME_MAX)) {
            throw RequestRefused.unprocessable("field_length_invalid",
                    "name: must have 1 to " + NAME_MAX + " characters");
        }
        Program program = database.find(Program.class, defaultOf(workspaceId), LockModeType.PESSIMISTIC_WRITE);
        program.name = name == null ? program.name : name.strip();
        if (url != null) {
            program.url = url.isBlank() ? null : Destination.check("url", url);
        }
        keep(program, payouts);
        return view(program);
    }

    private void keep(Program program, PayoutTerms terms) {
        if (terms.currency() != null && !terms.currency().isEmpty() && !Currencies.known(terms.currency())) {
            throw RequestRefused.unprocessable("field_value_unknown", "currency: must be a code of ISO 4217");
        }
        Long min = terms.minPayoutAmount();
        if (min != null && (min < 0 || min > StoredMoney.MINOR_MAX)) {
            throw RequestRefused.unprocessable("field_out_of_range", "minPayoutAmount: must be 0 to " + StoredMoney.MINOR_MAX);
        }
        if (terms.currency() != null) {
            program.currency = terms.currency().isEmpty() ? null : terms.currency();
        }
        program.minPayoutAmount = min == null ? program.minPayoutAmount : min;
        program.payoutMode = terms.mode() == null ? program.payoutMode : terms.mode();
        if (terms.base() != null) {
            CommissionBases bases = CommissionBases.parse(program.commissionBase, program.pastBases).change(terms.base(), clock.instant());
            program.commissionBase = bases.today();
            program.pastBases = bases.text();
        }
    }

    private ProgramView view(Program program) {
        return new ProgramView(program.id, program.name, program.url,
                program.currency == null ? workspaces.get(program.workspaceId).currency() : program.currency,
                program.minPayoutAmount, program.payoutMode, program.commissionBase, program.createdAt);
    }

    /** @return the id of the workspace's program */
    public String defaultOf(WorkspaceId workspaceId) {
        return database.createQuery("select p.id from Program p where p.workspaceId = :workspace order by p.id",
                        String.class)
                .setParameter("workspace", workspaceId).setMaxResults(1).getSingleResult();
    }

    /** Does the same, and keeps others who ask in this way out until the commit. */
    public String lockedDefaultOf(WorkspaceId workspaceId) {
        String programId = defaultOf(workspaceId);
        database.find(Program.class, programId, LockModeType.PESSIMISTIC_WRITE);
        return programId;
    }
}
