package org.conversions.web.api.stripe;

import java.time.Instant;
import org.conversions.stripe.catchup.CatchUpView;
import org.conversions.stripe.connect.ConnectionView;
import org.conversions.web.openapi.Required;

/**
 * A connection.
 *
 * @param proof       the way in which it is known that the account is the workspace's: app, stripe_oauth, own_key or operator;
 *                    null for an endpoint, whose events are its owner's
 * @param endpointId  Stripe's id of the endpoint that this server made in the account; null when it made none
 * @param endpointUrl only in the answer that made the connection; later a hint of its token is shown
 * @param apiKeyHint  the ends of the key, rk_live_…abcd; the key itself is never shown
 * @param lastEventAt when the last event came in by it
 * @param catchUp     null when it was never caught up on
 */
public record ConnectionAnswer(
        @Required String id, @Required String mode, String accountId, String proof, String endpointId, String endpointUrl,
        String endpointHint, boolean signingSecretSet, boolean apiKeySet, String apiKeyHint, @Required Instant createdAt,
        Instant lastEventAt, CatchUp catchUp) {

    /**
     * How far it is caught up on what Stripe had to say.
     *
     * @param state   running, done or failed
     * @param found   events of that time that Stripe has
     * @param stored  those of them that had not come in before
     * @param problem what keeps it up, or ended it
     */
    public record CatchUp(@Required String state, long found, long stored, @Required Instant from, @Required Instant to,
                          String problem) {

        static CatchUp of(CatchUpView view) {
            return new CatchUp(view.state().text(), view.found(), view.stored(), view.from(), view.to(), view.problem());
        }
    }

    /** @param baseUrl the public address of this server */
    public static ConnectionAnswer of(String baseUrl, ConnectionView view) {
        return of(baseUrl, view, null, null);
    }

    /** @param lastEventAt may be null, and so may how far it is caught up on */
    static ConnectionAnswer of(String baseUrl, ConnectionView view, Instant lastEventAt, CatchUpView catchUp) {
        return new ConnectionAnswer(view.id(), view.mode(), view.accountId(), view.proof(), view.endpointId(),
                view.endpointToken() == null ? null : endpointAddress(baseUrl) + view.endpointToken(), view.tokenHint(),
                view.signed(), view.apiKeyHint() != null, view.apiKeyHint(), view.createdAt(), lastEventAt,
                catchUp == null ? null : CatchUp.of(catchUp));
    }

    /** Returns the address of endpoints without their token. */
    static String endpointAddress(String baseUrl) {
        return baseUrl.replaceAll("/+$", "") + "/api/stripe/webhook/";
    }
}
