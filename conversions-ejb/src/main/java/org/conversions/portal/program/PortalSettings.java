package org.conversions.portal.program;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import org.conversions.address.Destination;
import org.conversions.address.EmailAddress;
import org.conversions.audit.AuditTrail;
import org.conversions.partner.Programs;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/** Keeps what the merchant says of the partners' portal and of the embedded page. */
@Stateless
public class PortalSettings {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Programs programs;
    @Inject
    private AuditTrail trail;

    /**
     * The settings.
     *
     * @param shareCustomers whether partners see who their customers are; else names and emails are masked
     * @param invitePartners whether who joins the program is invited to the portal by mail
     * @param termsUrl       where the terms of the program stand; null for nowhere
     * @param helpUrl        where partners find help; null for nowhere
     * @param supportEmail   whom partners write to; null for nobody
     * @param embed          of the embedded page
     */
    public record View(boolean shareCustomers, boolean invitePartners, String termsUrl, String helpUrl, String supportEmail,
                       EmbedOptions embed) {

        static final View NONE = new View(false, false, null, null, null, EmbedOptions.NONE);
    }

    /** A change: what is null stays, and an empty text is none. */
    public record Change(Boolean shareCustomers, Boolean invitePartners, String termsUrl, String helpUrl, String supportEmail,
                         EmbedOptions.Change embed) {

        private boolean saysNothing() {
            return equals(new Change(null, null, null, null, null, null));
        }

        /** @return the settings after it @throws RequestRefused unprocessable, naming the field */
        View applied(View before) {
            return new View(shareCustomers == null ? before.shareCustomers() : shareCustomers,
                    invitePartners == null ? before.invitePartners() : invitePartners,
                    termsUrl == null ? before.termsUrl() : address("termsUrl", termsUrl),
                    helpUrl == null ? before.helpUrl() : address("helpUrl", helpUrl),
                    supportEmail == null ? before.supportEmail() : email(supportEmail),
                    embed == null ? before.embed() : embed.applied(before.embed()));
        }

        private static String email(String text) {
            if (!text.isBlank() && !EmailAddress.isAddress(text)) {
                throw RequestRefused.unprocessable("field_malformed", "supportEmail: must be an email address");
            }
            return text.isBlank() ? null : text;
        }
    }

    /** Returns a web address, or null for an empty text. @throws RequestRefused unprocessable, naming the field */
    static String address(String field, String url) {
        return url.isBlank() ? null : Destination.check(field, url);
    }

    public View get(WorkspaceId workspaceId) {
        return Optional.ofNullable(database.find(StoredPortalSettings.class, workspaceId)).map(PortalSettings::view).orElse(View.NONE);
    }

    /** Checks a change before anything is changed. @throws RequestRefused unprocessable, naming the field */
    public void check(WorkspaceId workspaceId, Change change) {
        change.applied(get(workspaceId));
    }

    /** @throws RequestRefused unprocessable, naming the field; then nothing changes */
    public View change(WorkspaceId workspaceId, Change change) {
        if (change.saysNothing()) {
            return get(workspaceId);
        }
        programs.lockedDefaultOf(workspaceId);
        StoredPortalSettings row = database.find(StoredPortalSettings.class, workspaceId, LockModeType.PESSIMISTIC_WRITE);
        View before = row == null ? View.NONE : view(row);
        View after = change.applied(before);
        if (after.shareCustomers() != before.shareCustomers()) {
            trail.record(workspaceId, "customers_shared", null, Map.of("shared", after.shareCustomers()));
        }
        if (row == null) {
            row = new StoredPortalSettings();
            row.workspaceId = workspaceId;
            database.persist(row);
        }
        row.shareCustomers = after.shareCustomers();
        row.invitePartners = after.invitePartners();
        row.termsUrl = after.termsUrl();
        row.helpUrl = after.helpUrl();
        row.supportEmail = after.supportEmail();
        row.embed = after.embed().json();
        return after;
    }

    private static View view(StoredPortalSettings row) {
        return new View(row.shareCustomers, row.invitePartners, row.termsUrl, row.helpUrl, row.supportEmail,
                EmbedOptions.stored(row.embed));
    }
}
