package org.conversions.click;

import org.conversions.platform.Word;

/** The way by which a visitor came to a link. */
public enum ClickTrigger implements Word {

    /** The short link was opened, or the page with the word of the link in its address. */
    LINK("link"),
    /** The picture of the short link was scanned. */
    QR("qr"),
    /** The page is itself at the address of the link. */
    PAGE_VIEW("pageview"),
    /** An app was opened by the link. */
    DEEP_LINK("deeplink");

    private final String text;

    ClickTrigger(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
