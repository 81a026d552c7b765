package org.conversions.partner;

/** A partner as the merchant names one. Everything but the email may be null. */
public record PartnerDraft(String email, String name, String username, String image, String country,
                           String description, String tenantId, String groupId) {

    /** @return the same in another group */
    public PartnerDraft inGroup(String otherGroupId) {
        return new PartnerDraft(email, name, username, image, country, description, tenantId, otherGroupId);
    }

    /** @return what there is of a partner */
    static PartnerDraft of(Partner partner, Enrollment enrollment) {
        return new PartnerDraft(partner.email, partner.name, partner.username, partner.image, partner.country, partner.description,
                enrollment.tenantId, enrollment.groupId);
    }
}
