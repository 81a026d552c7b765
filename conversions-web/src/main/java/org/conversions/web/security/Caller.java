package org.conversions.web.security;

import jakarta.enterprise.context.RequestScoped;
import org.conversions.workspace.Area;
import org.conversions.workspace.KeyHolder;

/** Who makes this request. Only what an API key opened has a caller; a {@link Public} or {@link OperatorOnly}
 * resource has none. */
@RequestScoped
public class Caller {

    private KeyHolder holder;

    /** The workspace whose data this request may see; every façade is asked with it. */
    public String workspaceId() {
        return holder().workspaceId();
    }

    /** Whether there is a caller, which is so wherever a key was needed. */
    public boolean isPresent() {
        return holder != null;
    }

    public String keyId() {
        return holder().keyId();
    }

    /** Whether the key is one that every visitor of a site can see. */
    public boolean publishable() {
        return holder().publishable();
    }

    /** Whether the key may read in an area that the answer to another question touches. */
    public boolean mayRead(Area area) {
        return holder().may(area, false);
    }

    /** Whether the key may write in an area. */
    public boolean mayWrite(Area area) {
        return holder().may(area, true);
    }

    void is(KeyHolder known) {
        holder = known;
    }

    private KeyHolder holder() {
        if (holder == null) {
            throw new IllegalStateException("Only what an API key opened has a caller");
        }
        return holder;
    }
}
