package org.conversions.access.oauth;

/** An app that has just been registered. @param secret shown this once; null for an app that has none */
public record CreatedOAuthClient(OAuthClientView client, String secret) {

    /** Leaves the secret out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "CreatedOAuthClient[" + client.id() + "]";
    }
}
