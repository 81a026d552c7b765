package org.conversions.access;

import java.util.Locale;
import org.conversions.platform.Word;
import org.conversions.workspace.Mode;

/**
 * The kinds of API keys. Secret keys stay on servers; publishable ones are seen by every visitor of a site and may do little. OAuth access
 * tokens are given to an app for a workspace: they always expire, and cannot be made by hand.
 */
public enum KeyKind implements Word {
    SECRET(""), PUBLISHABLE("pk_"), OAUTH("access_token_");

    private static final String OURS = "conv_";

    private final String mark;

    KeyKind(String mark) {
        this.mark = mark;
    }

    /** @return the beginning of keys made here, by which people and secret scanners know them: conv_test_ in test mode */
    public String prefix(Mode mode) {
        return OURS + (mode == Mode.LIVE ? "" : mode.text() + "_") + mark;
    }

    /** @return the name in the API and in the database: secret, publishable, oauth */
    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
