package org.conversions.portal.program;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.conversions.platform.id.WorkspaceId;

/** A row of portal_settings; a workspace that has said nothing yet has none. */
@Entity
@Table(name = "portal_settings")
class StoredPortalSettings {

    @Id
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "share_customers")
    boolean shareCustomers;
    @Column(name = "invite_partners")
    boolean invitePartners;
    @Column(name = "terms_url")
    String termsUrl;
    @Column(name = "help_url")
    String helpUrl;
    @Column(name = "support_email")
    String supportEmail;
    /** JSON; null while nothing is said. */
    String embed;
}
