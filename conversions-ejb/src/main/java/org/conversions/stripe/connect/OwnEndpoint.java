package org.conversions.stripe.connect;

/**
 * A webhook endpoint that this server made in the merchant's account.
 *
 * @param id    Stripe's ({@code we_…})
 * @param token the last part of its address
 * @param key   the account and mode that it is of, by which there is one of it only
 */
public record OwnEndpoint(String id, String token, String key) {

    /** Leaves the token out, which a record's own text would have. */
    @Override
    public String toString() {
        return id;
    }
}
