package org.conversions.access;

import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;

/**
 * The keys that a workspace is made with, as far as they are given.
 *
 * @param secret          the API key with all rights
 * @param publishable     the key that sites may show
 * @param testSecret      the same in test mode
 * @param testPublishable the same in test mode
 */
public record FirstKeys(Optional<String> secret, Optional<String> publishable, Optional<String> testSecret,
                        Optional<String> testPublishable) {

    public static final FirstKeys NONE =
            new FirstKeys(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws RequestRefused unprocessable_entity, naming the first field that cannot be */
    public FirstKeys {
        check("apiKey", secret);
        check("publishableKey", publishable, secret);
        check("testApiKey", testSecret, secret, publishable);
        check("testPublishableKey", testPublishable, secret, publishable, testSecret);
    }

    /** @return new keys of all four kinds */
    public static FirstKeys made() {
        return NONE.completed();
    }

    /** @return the same with all keys: those that were not given are made */
    public FirstKeys completed() {
        return new FirstKeys(orMade(secret, KeyKind.SECRET, Mode.LIVE), orMade(publishable, KeyKind.PUBLISHABLE, Mode.LIVE),
                orMade(testSecret, KeyKind.SECRET, Mode.TEST), orMade(testPublishable, KeyKind.PUBLISHABLE, Mode.TEST));
    }

    private static Optional<String> orMade(Optional<String> given, KeyKind kind, Mode mode) {
        return given.or(() -> Optional.of(KeyText.generate(kind, mode)));
    }

    @SafeVarargs
    private static void check(String field, Optional<String> given, Optional<String>... others) {
        given.ifPresent(key -> {
            KeyText.checkGiven(field, key);
            if (Stream.of(others).anyMatch(given::equals)) {
                throw RequestRefused.unprocessable("field_duplicate", field + ": must not be another of these keys");
            }
        });
    }

    /** Leaves the keys out, so that they cannot get into a log. */
    @Override
    public String toString() {
        return "FirstKeys";
    }
}
