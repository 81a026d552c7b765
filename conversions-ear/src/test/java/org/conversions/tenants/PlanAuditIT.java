package org.conversions.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Optional;
import org.conversions.audit.AuditEntries;
import org.conversions.audit.AuditEntry;
import org.conversions.platform.Page;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.server.InServer;
import org.conversions.server.TestWorkspace;
import org.conversions.workspace.NewWorkspace;
import org.conversions.workspace.Plan;
import org.conversions.workspace.Plans;
import org.conversions.workspace.WorkspaceLimits;
import org.conversions.workspace.WorkspacePlan;
import org.conversions.workspace.Workspaces;
import org.junit.jupiter.api.Test;

/** A change of plan or limits and its entry in the audit trail: neither is there without the other. */
class PlanAuditIT extends InServer {

    @Inject
    private Workspaces workspaces;
    @Inject
    private Plans plans;
    @Inject
    private AuditEntries trail;
    @Resource
    private UserTransaction transaction;

    @Test
    void aChangeIsInTheTrailAndOneThatChangesNothingIsNot() {
        WorkspaceId workspace = workspace();
        plans.change(workspace, plan -> new WorkspacePlan(Plan.BUSINESS, plan.limits()));
        plans.change(workspace, plan -> plan);
        plans.change(workspace, plan -> new WorkspacePlan(plan.plan(), new WorkspaceLimits(5, null)));

        List<AuditEntry> entries = entries(workspace);
        assertThat(entries).extracting(entry -> entry.details().toString()).hasSize(2)
                .anySatisfy(details -> assertThat(details).contains("\"from\":\"advanced\"", "\"to\":\"business\""))
                .anySatisfy(details -> assertThat(details).contains("\"limitsTo\":", "\"links\":5"));
        assertThat(plans.of(workspace)).isEqualTo(new WorkspacePlan(Plan.BUSINESS, new WorkspaceLimits(5, null)));
    }

    @Test
    void whatIsRolledBackIsInNeither() throws Exception {
        WorkspaceId workspace = workspace();
        transaction.begin();
        plans.change(workspace, plan -> new WorkspacePlan(Plan.FREE, plan.limits()));
        transaction.rollback();
        assertThat(entries(workspace)).isEmpty();
        assertThat(plans.of(workspace).plan()).isEqualTo(Plan.ADVANCED);
    }

    private WorkspaceId workspace() {
        return workspaces.create(new NewWorkspace("Plans", TestWorkspace.unique("ws-"), null), Optional.empty()).id();
    }

    private List<AuditEntry> entries(WorkspaceId workspaceId) {
        return trail.list(workspaceId, "plan_changed", null, new Page(1, 100, null, null));
    }
}
