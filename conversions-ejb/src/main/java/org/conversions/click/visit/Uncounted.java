package org.conversions.click.visit;

import java.util.Locale;
import org.conversions.platform.Word;

/** The reasons why a visit of a short link is no click. It is kept, but in no figure, and nothing is credited to it. */
public enum Uncounted implements Word {
    /** A request for the headers only. */
    HEAD,
    /** A fetch by a browser before a person had asked for the page. */
    PREFETCH,
    /** A program: a crawler, a preview, a script. */
    BOT,
    /** A visitor who asks not to be tracked. Nothing is kept that could identify the person. */
    NO_TRACK,
    /** One of more visits from this network within the hour than count, see {@code ClickLimits}. */
    TOO_MANY;

    /** @return the word in the API and in the database: head, prefetch, bot, no-track, too-many */
    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
