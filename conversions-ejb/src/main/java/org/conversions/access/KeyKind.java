package org.conversions.access;

import java.util.Locale;
import org.conversions.platform.Word;
import org.conversions.workspace.Mode;

/**
 * Secret keys stay on servers; publishable ones are seen by every visitor of a site and may do little. OAuth access
 * tokens are what an app got for a workspace: they always expire, and nobody can make one by hand.
 */
public enum KeyKind implements Word {
    SECRET(""), PUBLISHABLE("pk_"), OAUTH("access_token_");

    private static final String OURS = "conv_";

    private final String mark;

    KeyKind(String mark) {
        this.mark = mark;
    }

    /** What keys made here begin with, so that people and secret scanners recognise them: every test key conv_test_. */
    public String prefix(Mode mode) {
        return OURS + (mode == Mode.LIVE ? "" : mode.text() + "_") + mark;
    }

    /** @return the name in the API and in the database: secret, publishable, oauth */
    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
