package org.conversions.stripe.api;

import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;

/** Checks keys of Stripe's API: restricted (rk_) or whole (sk_) ones, each of live mode or of test modes. */
public final class StripeKey {

    private static final Pattern KEY = Pattern.compile("[rs]k_(?:live|test)_[A-Za-z0-9]{8,240}");
    /** The length of {@code rk_live_}. */
    private static final int PREFIX_LENGTH = 8;
    private static final int END_LENGTH = 4;

    private StripeKey() {
    }

    /**
     * @return the key, without the white space around it
     * @throws RequestRefused unprocessable for what is no key, or one of another mode; the text is not repeated
     */
    public static String checked(String text, Mode mode) {
        String key = text.strip();
        if (!KEY.matcher(key).matches()) {
            throw RequestRefused.unprocessable("field_malformed",
                    "apiKey: must be a restricted or secret key of Stripe (rk_… or sk_…)");
        }
        if (!isOf(key, mode)) {
            throw RequestRefused.unprocessable("key_of_another_mode",
                    "apiKey: must be a key of the connection's mode, which begins with rk_"
                    + keyMode(mode) + "_ or sk_" + keyMode(mode) + "_");
        }
        return key;
    }

    /** @return whether a key opens that mode. Test mode and sandboxes both have test keys */
    public static boolean isOf(String key, Mode mode) {
        return KEY.matcher(key).matches() && key.startsWith(keyMode(mode), 3);
    }

    /** @param key a checked one. @return enough of it to know it by: {@code rk_live_…abcd} */
    public static String hint(String key) {
        return key.substring(0, PREFIX_LENGTH) + "…" + key.substring(key.length() - END_LENGTH);
    }

    private static String keyMode(Mode mode) {
        return mode == Mode.LIVE ? "live" : "test";
    }
}
