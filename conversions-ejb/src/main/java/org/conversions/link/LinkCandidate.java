package org.conversions.link;

import org.conversions.platform.RequestRefused;

/** A link on its way to be made, and the first rule that stopped it. */
final class LinkCandidate {

    final NewLink link;
    /** Null when it was refused; without a key as long as none was found. */
    LinkDraft checked;
    RequestRefused refused;

    private LinkCandidate(NewLink link) {
        this.link = link;
    }

    static LinkCandidate of(NewLink link, LinkCheck check) {
        LinkCandidate wish = new LinkCandidate(link);
        try {
            wish.checked = check.checked(link.draft(), LinkDraft.EMPTY);
        } catch (RequestRefused e) {
            wish.refuse(e);
        }
        return wish;
    }

    void refuse(RequestRefused rule) {
        refused = rule;
        checked = null;
    }

    boolean open() {
        return refused == null;
    }
}
