package org.conversions.web.api.stripe;

import org.conversions.stripe.merchant.Disconnection;
import org.conversions.web.openapi.Required;

/**
 * The end of a connection.
 *
 * @param endedAtStripe whether what Stripe kept of it is gone too: the endpoint that this server had made, or the access that
 *                      the merchant had given by Stripe's OAuth; null when there was neither
 * @param problem       what is to be removed in Stripe's dashboard, when that is not so
 */
public record DisconnectionAnswer(@Required String id, Boolean endedAtStripe, String problem) {

    static DisconnectionAnswer of(Disconnection end) {
        return new DisconnectionAnswer(end.connectionId(), end.endedAtStripe(), end.problem());
    }
}
