package org.conversions.account;

/**
 * A person whose password was given right.
 *
 * @param totp whether a second factor is asked for
 * @param hash of the password: once another one is set, this proves nothing
 */
public record ProvenPassword(String personId, boolean totp, String hash) {

    /** Leaves the hash out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "ProvenPassword[" + personId + "]";
    }
}
