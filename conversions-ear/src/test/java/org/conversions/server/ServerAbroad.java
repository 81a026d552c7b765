package org.conversions.server;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A server on a machine whose language has digits and an encoding of its own, whose Stripe is a {@link FakeStripe}, whose
 * mail goes to a {@link FakeSmtp}, and whose broker is an {@link ExternalBroker}. It starts while that broker is down, as it may. The tests that want any of
 * it share it, one class after the other ({@link #NAME} is their lock): started by the first of them, stopped when the
 * run ends.
 */
public final class ServerAbroad {

    public static final String NAME = "ServerAbroad";
    public static final String PLATFORM_KEY = "sk_live_platform0123456789abcdefghijk";

    public static final String PLATFORM_CLIENT = "ca_PlatformOfTheTests";

    private static ServerAbroad shared;

    private static final Duration START = Duration.ofSeconds(180);

    private final FakeStripe stripe = new FakeStripe();
    private final FakeSmtp smtp = new FakeSmtp();
    private final ExternalBroker broker = new ExternalBroker();
    private final ConversionsServer server;

    private ServerAbroad() {
        Map<String, String> settings = new HashMap<>(ServerSettings.SHARED);
        settings.put("conversions.stripe.api-base", stripe.url());
        settings.put("conversions.stripe.connect-base", stripe.url());
        settings.put("conversions.stripe.api-key.live", PLATFORM_KEY);
        settings.put("conversions.stripe.platform-client-id", PLATFORM_CLIENT);
        settings.put("conversions.mail.host", "localhost");
        settings.put("conversions.mail.port", String.valueOf(smtp.port()));
        settings.put("conversions.mail.tls", "none");
        settings.put("conversions.mail.user", FakeSmtp.USER);
        settings.put("conversions.mail.password", FakeSmtp.PASSWORD);
        settings.put("conversions.mail.from", "conversions@example.com");
        settings.put("conversions.payout.profile-waiting-seconds", "2");
        settings.put("conversions.portal.notice-seconds", "1");
        settings.put("conversions.jms.url", broker.url());
        // MySQL's driver wants a machine in UTC, and the server says so (StartIT).
        String zone = TestDatabase.CURRENT == TestDatabase.EMBEDDED ? "Africa/Cairo" : "UTC";
        settings.put("_java.options", "-Duser.language=ar -Duser.country=EG -Dfile.encoding=windows-1256"
                + " -Duser.timezone=" + zone);
        server = ConversionsServer.prepared(settings);
        server.launch();
        await("a start without the broker").atMost(START)
                .until(() -> server.log().contains("Conversions is running.")
                        && server.api(null).answers("/health/live", 200));
        broker.start();
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

    public FakeSmtp smtp() {
        return smtp;
    }

    public ExternalBroker broker() {
        return broker;
    }
}
