package org.conversions.stripe.connect;

import java.util.List;

/**
 * What of a connection is to be another; null leaves it as it is.
 *
 * @param signingSecrets replaces them; an empty list removes them
 * @param apiKey         replaces the key; an empty text removes it
 */
public record ConnectionChange(List<String> signingSecrets, String apiKey) {
}
