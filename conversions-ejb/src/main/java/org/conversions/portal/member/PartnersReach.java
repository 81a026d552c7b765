package org.conversions.portal.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.conversions.account.reset.OtherReach;

/** Says that a person who belongs to a partner has access to what is no workspace's. */
@ApplicationScoped
class PartnersReach implements OtherReach {

    @Inject
    private PartnerMembers members;

    @Override
    public boolean has(String personId) {
        return !members.of(personId).isEmpty();
    }
}
