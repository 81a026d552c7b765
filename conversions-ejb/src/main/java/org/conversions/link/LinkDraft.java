package org.conversions.link;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The merchant's description of a link.
 *
 * @param url             where it leads; campaign words are part of it
 * @param domain          null for the default domain
 * @param key             null for a random one
 * @param prefix          the folder of a random key, or null
 * @param keyLength       how many random characters, or null for the usual number
 * @param trackConversion whether the click id is passed on
 * @param folderId        the folder it lies in, or null
 * @param rules           what else it does
 */
public record LinkDraft(String url, String domain, String key, String prefix, Integer keyLength, String externalId,
                        String tenantId, String comments, boolean trackConversion, boolean archived, String folderId,
                        TagChoice tags, LinkRules rules) {

    /** An empty draft. */
    public static final LinkDraft EMPTY = new LinkDraft(null, null, null, null, null, null, null, null, false, false,
            null, TagChoice.NONE, LinkRules.NONE);

    /** @return the same without asking for a random key, which a link that is there has no use for */
    LinkDraft withoutRandomKey() {
        return new LinkDraft(url, domain, key, null, null, externalId, tenantId, comments, trackConversion, archived,
                folderId, tags, rules);
    }

    /** @return the same, leading to another address */
    public LinkDraft to(String address) {
        return new LinkDraft(address, domain, key, prefix, keyLength, externalId, tenantId, comments, trackConversion,
                archived, folderId, tags, rules);
    }

    /** @return the same as a partner's link: of this tenant, or none, and always tracking conversions */
    LinkDraft ofPartner(String partnersTenantId) {
        return new LinkDraft(url, domain, key, prefix, keyLength, externalId, partnersTenantId, comments, true,
                archived, folderId, tags, rules);
    }

    /** @return the same without folder and tags, which are of the workspace that it is in */
    LinkDraft elsewhere() {
        return new LinkDraft(url, domain, key, null, null, externalId, tenantId, comments, trackConversion, archived, null,
                TagChoice.NONE, rules);
    }

    LinkDraft withKey(String value) {
        return new LinkDraft(url, domain, value, prefix, keyLength, externalId, tenantId, comments, trackConversion,
                archived, folderId, tags, rules);
    }

    /** @return all addresses that it may send a visitor to */
    Set<String> addresses() {
        return Stream.concat(Stream.ofNullable(url), rules.addresses()).collect(Collectors.toSet());
    }

    /** @return the length of all addresses together, in characters; one that is named twice counts twice */
    int addressesLength() {
        return Stream.concat(Stream.ofNullable(url), rules.addresses()).mapToInt(String::length).sum();
    }

    /**
     * The choice of the tags that a link shall have.
     *
     * @param ids   their ids, in order and once each; not read when there are names
     * @param names their names in any case, or null
     */
    public record TagChoice(List<String> ids, List<String> names) {

        static final TagChoice NONE = new TagChoice(List.of(), null);

        public static TagChoice ids(List<String> ids) {
            return new TagChoice(ids.stream().distinct().sorted().toList(), null);
        }

        public static TagChoice names(List<String> names) {
            return new TagChoice(List.of(), List.copyOf(names));
        }
    }
}
