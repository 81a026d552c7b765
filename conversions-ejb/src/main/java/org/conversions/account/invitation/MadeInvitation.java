package org.conversions.account.invitation;

/** An invitation that has just been made. @param url of the page that accepts it, shown this once */
public record MadeInvitation(InvitationView invitation, String url) {

    /** Leaves the address out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "MadeInvitation[" + invitation.id() + "]";
    }
}
