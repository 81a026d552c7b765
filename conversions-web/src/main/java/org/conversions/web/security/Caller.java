package org.conversions.web.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.conversions.access.Area;
import org.conversions.access.KeyHolder;
import org.conversions.access.RightsHolder;
import org.conversions.account.LoginSession;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.portal.member.PartnerAccess;
import org.conversions.share.ShareAccess;
import org.conversions.workspace.Mode;

/**
 * The caller of this request: who holds an API key or access token, or a person who is signed in. A {@link Public} or
 * {@link OperatorOnly} resource has none.
 */
@RequestScoped
public class Caller {

    private RightsHolder holder;

    /** Returns the workspace whose data this request may see; every façade is asked with it. */
    public WorkspaceId workspaceId() {
        return holder().workspaceId();
    }

    /** Returns whether there is a caller with a workspace, which is so wherever a key was needed. */
    public boolean isPresent() {
        return holder instanceof PartnerAccess || holder != null && session().map(known -> known.place() != null).orElse(true);
    }

    /** Returns the session of a person who is signed in; empty for a key. */
    public Optional<LoginSession> session() {
        return holder instanceof LoginSession session ? Optional.of(session)
                : holder instanceof PartnerAccess access ? Optional.of(access.session()) : Optional.empty();
    }

    /** Returns the person who is signed in. @throws IllegalStateException where keys come in too */
    public LoginSession person() {
        return session().orElseThrow(() -> new IllegalStateException("Only what a login session opened has a person"));
    }

    /** Returns the name of the caller as people know it: an email, or the name of a key or app. */
    public String name() {
        return session().map(known -> known.person().email()).or(() -> key().map(KeyHolder::name)).orElse(null);
    }

    /** Returns the key or access token; empty for a person. */
    public Optional<KeyHolder> key() {
        return holder instanceof KeyHolder key ? Optional.of(key) : Optional.empty();
    }

    /**
     * Returns the person at a partner.
     *
     * @param partnerId the one in the path, for which the door was opened
     * @throws IllegalStateException for another one, and where anybody else comes in
     */
    public PartnerAccess atPartner(String partnerId) {
        if (holder instanceof PartnerAccess access && access.partnerId().value().equals(partnerId)) {
            return access;
        }
        throw new IllegalStateException("Only what is open to a partner's people has a partner, and only theirs");
    }

    /** Returns who has the link of a share. @throws IllegalStateException where anybody else comes in */
    public ShareAccess share() {
        if (holder instanceof ShareAccess access) {
            return access;
        }
        throw new IllegalStateException("Only what the token of a share opened has a share");
    }

    /** Returns the mode of the key, live for a person: what it brings is of this mode, and what it asks for unless it names another. */
    public Mode mode() {
        return holder().mode();
    }

    /**
     * @param asked null for the key's own
     * @return the mode that is asked for
     * @throws RequestRefused unprocessable for a mode that is none; forbidden for what is live with a test key
     */
    public Mode mode(String asked) {
        if (asked == null || asked.isEmpty()) {
            return mode();
        }
        Mode mode = read(asked);
        if (!mode().reaches(mode)) {
            throw RequestRefused.forbidden("live_key_needed",
                    "mode: a test key sees and changes nothing that is live. Use a live key.");
        }
        return mode;
    }

    /** Returns whether what is of a mode can be seen and changed with the key. */
    public boolean reaches(Mode mode) {
        return mode().reaches(mode);
    }

    private static Mode read(String text) {
        try {
            return Mode.of(text);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.unprocessable("field_value_unknown", e.getMessage());
        }
    }

    /** Returns whether the key is one that every visitor of a site can see. */
    public boolean publishable() {
        return holder().publishable();
    }

    /** Returns whether the key may read in an area that the answer to another question touches. */
    public boolean mayRead(Area area) {
        return holder().may(area, false);
    }

    /** Returns whether the caller has all rights. */
    public boolean mayEverything() {
        return holder().mayEverything();
    }

    /** Returns whether the key may write in an area. */
    public boolean mayWrite(Area area) {
        return holder().may(area, true);
    }

    void is(RightsHolder known) {
        holder = known;
    }

    private RightsHolder holder() {
        if (holder == null) {
            throw new IllegalStateException("Only what a key or a session opened has a caller");
        }
        return holder;
    }
}
