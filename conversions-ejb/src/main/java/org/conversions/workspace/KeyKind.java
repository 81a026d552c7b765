package org.conversions.workspace;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Secret keys stay on servers; publishable ones are seen by every visitor of a site and may do little. OAuth access
 * tokens are what an app got for a workspace: they always expire, and nobody can make one by hand.
 */
public enum KeyKind {
    SECRET("conv_"), PUBLISHABLE("conv_pk_"), OAUTH("conv_access_token_");

    private final String prefix;

    KeyKind(String prefix) {
        this.prefix = prefix;
    }

    /** What keys made here begin with, so that people and secret scanners recognise them. */
    public String prefix() {
        return prefix;
    }

    /** @return the name in the API and in the database: secret, publishable, oauth */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<KeyKind> of(String text) {
        return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
