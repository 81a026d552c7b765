package org.conversions.share;

/** A share that was just made. @param url the link, shown this once */
public record MadeShare(ShareView share, String url) {

    /** Leaves the link out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "MadeShare[" + share.id() + "]";
    }
}
