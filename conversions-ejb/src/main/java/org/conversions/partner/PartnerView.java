package org.conversions.partner;

import java.time.Instant;
import org.conversions.link.LinkPartner;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;

/**
 * A partner in a program.
 *
 * @param createdAt when the partner became known, and was enrolled
 */
public record PartnerView(PartnerId id, String programId, String groupId, String email, String name, String username, String image,
                          String country, String description, String tenantId, Enrolled enrolled, Instant createdAt) {

    /**
     * The status of the partner in the program.
     *
     * @param bannedAt      null for one who is not banned
     * @param bannedReason  null for one who is not banned
     * @param deactivatedAt null for one who is not deactivated
     * @param groupMoveDisabled true for one whom no rule of a group moves
     * @param since         when the partner came into the program
     */
    public record Enrolled(EnrollmentStatus status, Instant bannedAt, BanReason bannedReason, Instant deactivatedAt,
                           boolean groupMoveDisabled, Instant since) {
    }

    public EnrollmentStatus status() {
        return enrolled.status();
    }

    /** @return whom a new link credits @throws RequestRefused conflict when the partner earns nothing any more */
    public LinkPartner credited() {
        if (!status().earns()) {
            throw RequestRefused.conflict("partner_not_active",
                    "partnerId: partner " + id + " is " + status().text() + ", and gets no more links");
        }
        return new LinkPartner(programId, id, tenantId);
    }
}
