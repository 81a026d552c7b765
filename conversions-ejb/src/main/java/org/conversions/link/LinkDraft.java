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

    public static LinkDraft to(String url) {
        return EMPTY.withUrl(url);
    }

    public LinkDraft withUrl(String value) {
        return new LinkDraft(value, domain, key, prefix, keyLength, externalId, tenantId, comments, trackConversion, archived);
    }

    public LinkDraft withDomain(String value) {
        return new LinkDraft(url, value, key, prefix, keyLength, externalId, tenantId, comments, trackConversion, archived);
    }

    public LinkDraft withKey(String value) {
        return new LinkDraft(url, domain, value, prefix, keyLength, externalId, tenantId, comments, trackConversion, archived);
    }

    public LinkDraft withPrefix(String value) {
        return new LinkDraft(url, domain, key, value, keyLength, externalId, tenantId, comments, trackConversion, archived);
    }

    public LinkDraft withKeyLength(Integer value) {
        return new LinkDraft(url, domain, key, prefix, value, externalId, tenantId, comments, trackConversion, archived);
    }

    public LinkDraft withExternalId(String value) {
        return new LinkDraft(url, domain, key, prefix, keyLength, value, tenantId, comments, trackConversion, archived);
    }

    public LinkDraft withTenantId(String value) {
        return new LinkDraft(url, domain, key, prefix, keyLength, externalId, value, comments, trackConversion, archived);
    }

    public LinkDraft withComments(String value) {
        return new LinkDraft(url, domain, key, prefix, keyLength, externalId, tenantId, value, trackConversion, archived);
    }

    public LinkDraft withTrackConversion(boolean value) {
        return new LinkDraft(url, domain, key, prefix, keyLength, externalId, tenantId, comments, value, archived);
    }

    public LinkDraft withArchived(boolean value) {
        return new LinkDraft(url, domain, key, prefix, keyLength, externalId, tenantId, comments, trackConversion, value);
    }
}
