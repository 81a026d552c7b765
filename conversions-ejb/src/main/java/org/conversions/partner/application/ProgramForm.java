package org.conversions.partner.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.conversions.platform.id.WorkspaceId;

/** A row of application_form. */
@Entity
@Table(name = "application_form")
class ProgramForm {

    @Id
    @Column(name = "program_id")
    String programId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    /** JSON. */
    String form;
}
