package org.conversions.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import org.conversions.link.LinkPartner;
import org.conversions.platform.Ids;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Opens programs beside the workspace's own, whose partners and rewards have nothing to do with those there. */
@ApplicationScoped
public class SidePrograms {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /**
     * Opens a program with one partner, in the transaction of the caller.
     *
     * @param since when the partner joined
     * @return whom links of the program credit
     */
    public LinkPartner open(WorkspaceId workspaceId, String name, PartnerDraft draft, Instant since) {
        Program program = new Program();
        program.id = Ids.next("prog", clock);
        program.workspaceId = workspaceId;
        program.name = name;
        program.createdAt = clock.instant();
        database.persist(program);
        PartnerGroup group = PartnerGroup.first(program, clock);
        database.persist(group);
        Partner partner = new Partner();
        partner.id = Ids.next("pn", clock);
        partner.workspaceId = workspaceId;
        partner.email = draft.email();
        partner.name = draft.name();
        partner.country = draft.country();
        partner.description = draft.description();
        partner.createdAt = since;
        database.persist(partner);
        database.persist(Enrollment.begin(workspaceId, program.id, partner.id, group.id, EnrollmentStatus.APPROVED, since));
        return new LinkPartner(program.id, new PartnerId(partner.id), null);
    }
}
