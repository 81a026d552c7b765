package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.account.LoginSession;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.portal.member.PartnerAccess;
import org.conversions.portal.member.PartnerMembers;
import org.conversions.portal.member.PartnerRole;

/** The door of the partners' portal: open to the people of the partner that is asked for, who are looked up with every request. */
@ApplicationScoped
public class PortalDoor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private PartnerMembers members;

    /**
     * @param partnerId  as the path has it
     * @param verb       of the request
     * @param ownersOnly whether only owners of the partner may do it
     * @throws RequestRefused not found for who does not belong to the partner; forbidden for a role that is too narrow, and for
     *                        writes at a partner who is banned
     */
    PartnerAccess check(LoginSession session, String partnerId, String verb, boolean ownersOnly) {
        PartnerAccess access = members.access(session, partnerId).orElseThrow(Partners::notFound);
        if (ownersOnly && access.role() != PartnerRole.OWNER) {
            throw RequestRefused.forbidden("role_too_narrow", "Only an owner of the partner can do this.");
        }
        if (access.partner().status() == EnrollmentStatus.BANNED && !READING.contains(verb)) {
            throw RequestRefused.forbidden("partner_banned", "This partner is banned from the program, and can only read.");
        }
        return access;
    }
}
