package org.conversions.server;

import java.util.Map;

/** The settings that the shared server is started with, so that tests know who they are. */
public final class ServerSettings {

    public static final String WEBHOOK_SECRET_LIVE = "whsec_live_for_tests";
    public static final String WEBHOOK_SECRET_TEST = "whsec_test_for_tests";
    public static final String WEBHOOK_SECRET_SANDBOX = "whsec_sandbox_for_tests";
    public static final String STRIPE_APP_SECRET = "absec_for_tests";
    public static final String OWNER_EMAIL = "owner@example.com";
    public static final String OWNER_PASSWORD = "correct horse battery staple";
    public static final String API_KEY = "dub_0123456789abcdefghijklmnopqrstuv";
    public static final String PUBLISHABLE_KEY = "dub_pk_0123456789abcdefghijklmnopqrstuv";
    public static final String TEST_API_KEY = "dub_test_0123456789abcdefghijklmnopqrst";
    public static final String OPERATOR_TOKEN = "operator_0123456789abcdefghijklmnopqrstuv";
    public static final String STRIPE_ACCOUNT = "acct_1TestOfTheWhole";

    /** More than all tests together ask for, and yet a limit, so that everything happens that happens with one. */
    private static final String MANY = "1000000";

    public static final Map<String, String> SHARED = Map.ofEntries(
            Map.entry("conversions.rate-limit.api-per-minute", MANY),
            Map.entry("conversions.rate-limit.track-per-minute", MANY),
            Map.entry("conversions.rate-limit.publishable-per-minute", MANY),
            Map.entry("conversions.rate-limit.address-per-minute", MANY),
            Map.entry("conversions.rate-limit.failures-per-minute", MANY),
            Map.entry("conversions.rate-limit.token-failures-per-minute", MANY),
            Map.entry("conversions.rate-limit.misses-per-minute", MANY),
            Map.entry("conversions.rate-limit.pictures-per-minute", MANY),
            Map.entry("conversions.click-limit.link-per-hour", MANY),
            Map.entry("conversions.click-limit.network-per-hour", MANY),
            Map.entry("conversions.place-headers", "cloudflare,cloudfront,vercel,x-country-code"),
            Map.entry("conversions.stripe.webhook-secret.live", WEBHOOK_SECRET_LIVE),
            Map.entry("conversions.stripe.webhook-secret.test", WEBHOOK_SECRET_TEST),
            Map.entry("conversions.stripe.webhook-secret.sandbox", WEBHOOK_SECRET_SANDBOX),
            Map.entry("conversions.stripe.app-secret", STRIPE_APP_SECRET),
            Map.entry("conversions.password.iterations", "1024"), // see ServerLifeIT for what it is by default
            Map.entry("conversions.dns.servers", FakeDns.shared().address()),
            Map.entry("conversions.operator-token", OPERATOR_TOKEN),
            Map.entry("conversions.bootstrap.owner-email", OWNER_EMAIL),
            Map.entry("conversions.bootstrap.owner-password", OWNER_PASSWORD),
            Map.entry("conversions.bootstrap.workspace", "Acme"),
            Map.entry("conversions.bootstrap.api-key", API_KEY),
            Map.entry("conversions.bootstrap.publishable-key", PUBLISHABLE_KEY),
            Map.entry("conversions.bootstrap.test-api-key", TEST_API_KEY),
            Map.entry("conversions.bootstrap.stripe-account", STRIPE_ACCOUNT));

    private ServerSettings() {}
}
