package org.conversions.partner;

/** A partner as the merchant names one. Everything but the email may be null. */
public record PartnerDraft(String email, String name, String username, String image, String country,
                           String description, String tenantId) {
}
