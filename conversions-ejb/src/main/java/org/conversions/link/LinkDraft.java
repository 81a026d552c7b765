package org.conversions.link;

/**
 * What a merchant says of a link.
 *
 * @param url             where it leads; campaign words are part of it
 * @param domain          null for the default domain
 * @param key             null for a random one
 * @param prefix          the folder of a random key, or null
 * @param keyLength       how many random characters, or null for the usual number
 * @param trackConversion whether the click id is passed on
 */
public record LinkDraft(String url, String domain, String key, String prefix, Integer keyLength, String externalId,
                        String tenantId, String comments, boolean trackConversion, boolean archived) {

    /** Nothing said yet. */
    public static final LinkDraft EMPTY = new LinkDraft(null, null, null, null, null, null, null, null, false, false);

    public LinkDraft withUrl(String value) {
        return new LinkDraft(value, domain, key, prefix, keyLength, externalId, tenantId, comments, trackConversion,
                archived);
    }

    public LinkDraft withKey(String value) {
        return new LinkDraft(url, domain, value, prefix, keyLength, externalId, tenantId, comments, trackConversion,
                archived);
    }

    public LinkDraft withComments(String value) {
        return new LinkDraft(url, domain, key, prefix, keyLength, externalId, tenantId, value, trackConversion,
                archived);
    }

    /** The same as a partner's link: of this tenant, or none, and always tracking conversions. */
    LinkDraft ofPartner(String partnersTenantId) {
        return new LinkDraft(url, domain, key, prefix, keyLength, externalId, partnersTenantId, comments, true,
                archived);
    }
}
