package org.conversions.partner.deal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.conversions.platform.id.WorkspaceId;

/** A row of lead_form. */
@Entity
@Table(name = "lead_form")
class LeadForm {

    @Id
    @Column(name = "program_id")
    String programId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    /** JSON. */
    String form;
}
