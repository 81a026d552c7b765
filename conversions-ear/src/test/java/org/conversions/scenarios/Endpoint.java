package org.conversions.scenarios;

import org.conversions.server.ServerSettings;

/** An address that Stripe delivers to, and the secret it signs with. */
record Endpoint(String path, String secret) {

    static final Endpoint LIVE = new Endpoint("/api/stripe/integration/webhook", ServerSettings.WEBHOOK_SECRET_LIVE);
    static final Endpoint TEST =
            new Endpoint("/api/stripe/integration/webhook/test", ServerSettings.WEBHOOK_SECRET_TEST);
    static final Endpoint SANDBOX =
            new Endpoint("/api/stripe/integration/webhook/sandbox", ServerSettings.WEBHOOK_SECRET_SANDBOX);
}
