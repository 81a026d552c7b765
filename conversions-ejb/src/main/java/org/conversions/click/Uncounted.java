package org.conversions.click;

import java.util.Locale;
import org.conversions.platform.Word;

/** Why a visit of a short link is no click. It is kept, but no figure knows of it and nothing can be credited to it. */
public enum Uncounted implements Word {
    /** Only the headers were asked for. */
    HEAD,
    /** A browser fetched the page before anybody had asked for it. */
    PREFETCH,
    /** A program: a crawler, a preview, a script. */
    BOT,
    /** The visitor asks not to be tracked. Nothing is kept that could tell who it was. */
    NO_TRACK,
    /** More came from this network within the hour than count, see {@link ClickLimits}. */
    TOO_MANY;

    /** @return the word in the API and in the database: head, prefetch, bot, no-track, too-many */
    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
