package org.conversions.partner;

/**
 * A partner as the merchant names one. Everything but the email may be null.
 *
 * @param groupMoveDisabled true for one whom no rule of a group moves
 */
public record PartnerDraft(String email, String name, String username, String image, String country,
                           String description, String tenantId, String groupId, Boolean groupMoveDisabled) {

    /** Says nothing of whether rules move the partner. */
    public PartnerDraft(String email, String name, String username, String image, String country, String description,
                        String tenantId, String groupId) {
        this(email, name, username, image, country, description, tenantId, groupId, null);
    }

    /** @return the same in another group */
    public PartnerDraft inGroup(String otherGroupId) {
        return new PartnerDraft(email, name, username, image, country, description, tenantId, otherGroupId, groupMoveDisabled);
    }

    /** @return what there is of a partner */
    static PartnerDraft of(Partner partner, Enrollment enrollment) {
        return new PartnerDraft(partner.email, partner.name, partner.username, partner.image, partner.country, partner.description,
                enrollment.tenantId, enrollment.groupId, enrollment.groupMoveDisabled);
    }
}
