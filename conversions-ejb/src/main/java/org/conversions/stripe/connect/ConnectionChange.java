package org.conversions.stripe.connect;

import java.util.List;

/**
 * The parts of a connection that are to be others; null leaves one as it is.
 *
 * @param signingSecrets replaces them; an empty list removes them
 * @param apiKey         replaces the key; an empty text removes it
 */
public record ConnectionChange(List<String> signingSecrets, String apiKey) {
}
