package org.conversions.server;

import java.util.HashMap;
import java.util.Map;

/**
 * A server on a machine whose language has digits and an encoding of its own, and whose Stripe is a {@link FakeStripe}.
 * The tests that want either share it: started by the first of them, stopped when the run ends.
 */
public final class ServerAbroad {

    public static final String PLATFORM_KEY = "sk_live_platform0123456789abcdefghijk";

    private static ServerAbroad shared;

    private final FakeStripe stripe = new FakeStripe();
    private final ConversionsServer server;

    private ServerAbroad() {
        Map<String, String> settings = new HashMap<>(ServerSettings.SHARED);
        settings.put("conversions.stripe.api-base", stripe.url());
        settings.put("conversions.stripe.api-key.live", PLATFORM_KEY);
        // MySQL's driver wants a machine in UTC, and the server says so (StartIT).
        String zone = TestDatabase.CURRENT == TestDatabase.EMBEDDED ? "Africa/Cairo" : "UTC";
        settings.put("_java.options", "-Duser.language=ar -Duser.country=EG -Dfile.encoding=windows-1256"
                + " -Duser.timezone=" + zone);
        server = ConversionsServer.started(settings);
    }

    public static synchronized ServerAbroad shared() {
        if (shared == null) {
            shared = new ServerAbroad();
        }
        return shared;
    }

    public ConversionsServer server() {
        return server;
    }

    public FakeStripe stripe() {
        return stripe;
    }
}
