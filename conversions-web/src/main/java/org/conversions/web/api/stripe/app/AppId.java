package org.conversions.web.api.stripe.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;

/** The id of a Stripe App, unique at Stripe: names of a reversed domain are usual. */
record AppId(String text) {

    private static final int LENGTH_MAX = 100;
    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9_.-]{1," + LENGTH_MAX + "}");
    private static final String SUFFIX = "conversions";

    /** @throws RequestRefused unprocessable for an id that Stripe would not take */
    AppId {
        // It becomes a part of an address: two dots would lead elsewhere.
        if (!ALLOWED.matcher(text).matches() || text.chars().allMatch(c -> c == '.')) {
            throw RequestRefused.unprocessable("field_malformed",
                    "id: must have 1 to " + LENGTH_MAX + " letters, digits, dots, hyphens or underscores");
        }
    }

    /** @return the id for a server: {@code com.example.go.conversions} for {@code https://go.example.com} */
    static AppId of(String baseUrl) {
        String host = URI.create(baseUrl).getHost();
        List<String> labels = new ArrayList<>(Arrays.asList(host.split("[.]")));
        if (host.matches("[0-9.]+") || host.startsWith("[")) {
            // An IP address is no name, and has nothing to reverse.
            labels = new ArrayList<>(List.of(host.replaceAll("[^0-9a-zA-Z]+", "-").replaceAll("^-|-$", "")));
        }
        Collections.reverse(labels);
        labels.add(SUFFIX);
        String id = String.join(".", labels);
        return new AppId(id.length() <= LENGTH_MAX ? id : id.substring(id.length() - LENGTH_MAX));
    }

    /** @return where Stripe takes people who come back to the app, in live mode, and in test mode and sandboxes */
    List<String> redirectUris() {
        return List.of("https://dashboard.stripe.com/apps-oauth/" + text,
                "https://dashboard.stripe.com/test/apps-oauth/" + text);
    }
}
