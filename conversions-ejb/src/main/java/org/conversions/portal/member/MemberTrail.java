package org.conversions.portal.member;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conversions.account.PersonActed;
import org.conversions.audit.AuditTrail;

/**
 * Writes what concerns a person of partners, such as a login, into the audit trail of each workspace that one of them is a partner
 * of: there its owners look.
 */
@Stateless
public class MemberTrail {

    @Inject
    private PartnerMembers members;
    @Inject
    private AuditTrail trail;

    public void record(@Observes PersonActed event) {
        members.of(event.personId()).stream().filter(place -> !event.recordedIn().contains(place.workspaceId()))
                .collect(Collectors.toMap(PartnerPlace::workspaceId, PartnerPlace::partnerId, (oldest, other) -> oldest, LinkedHashMap::new))
                .forEach((workspaceId, partnerId) -> {
                    Map<String, Object> details = new TreeMap<>(event.details());
                    details.put("partner", partnerId.value());
                    trail.record(workspaceId, event.action(), event.personId(), details);
                });
    }
}
