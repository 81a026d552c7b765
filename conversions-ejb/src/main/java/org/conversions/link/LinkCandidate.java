package org.conversions.link;

import org.conversions.platform.RequestRefused;

/** A {@link NewLink} while it is being made: what is checked of it so far, or the first rule that it breaks. */
final class LinkCandidate {

    final NewLink link;
    /** The draft as it is stored; null when it was refused, without a key as long as none was found. */
    LinkDraft checked;
    RequestRefused refused;

    private LinkCandidate(NewLink link) {
        this.link = link;
    }

    static LinkCandidate of(NewLink link, LinkCheck check) {
        LinkCandidate candidate = new LinkCandidate(link);
        try {
            candidate.checked = check.checked(link.draft(), LinkDraft.EMPTY);
        } catch (RequestRefused e) {
            candidate.refuse(e);
        }
        return candidate;
    }

    void refuse(RequestRefused rule) {
        refused = rule;
        checked = null;
    }

    boolean open() {
        return refused == null;
    }
}
