package org.conversions.payout.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.conversions.platform.id.WorkspaceId;

/** A row of payout_settings. */
@Entity
@Table(name = "payout_settings")
class StoredSettings {

    @Id
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    /** JSON; null while none is named. */
    String payer;
    /** JSON; null for the usual ones. */
    @Column(name = "file_columns")
    String fileColumns;
}
