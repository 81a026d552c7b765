package org.conversions.portal.invitation;

/** An invitation that has just been made. @param url of the page that accepts it, shown this once @param mailed whether a mail with it is on its way */
public record MadePartnerInvitation(PartnerInvitationView invitation, String url, boolean mailed) {

    /** Leaves the address out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "MadePartnerInvitation[" + invitation.id() + "]";
    }
}
