package org.conversions.link.domain;

/**
 * The merchant's description of a domain. What is null is not set.
 *
 * @param primary                 whether links that name no domain are put on it, once it is proved
 * @param archived                whether it is hidden in lists
 * @param placeholder             an address that people are shown as an example
 * @param expiredUrl              where its expired links lead that name no address themselves
 * @param notFoundUrl             where an address without a link leads
 * @param logo                    the address of a picture
 * @param assetLinks              what Android apps ask for, JSON
 * @param appleAppSiteAssociation what iPhone apps ask for, JSON
 */
public record DomainDraft(String slug, boolean primary, boolean archived, String placeholder, String expiredUrl,
                          String notFoundUrl, String logo, String assetLinks, String appleAppSiteAssociation) {

    /** An empty draft. */
    public static final DomainDraft EMPTY =
            new DomainDraft(null, false, false, null, null, null, null, null, null);
}
