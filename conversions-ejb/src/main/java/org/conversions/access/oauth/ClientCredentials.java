package org.conversions.access.oauth;

/** The proof of an app, as it came: its id, and its secret if it has one. @param secret null for none */
public record ClientCredentials(String clientId, String secret) {

    /** Leaves the secret out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "ClientCredentials[" + clientId + "]";
    }
}
