package org.conversions.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.conversions.platform.secret.SecretBox;

/** Says the secrets of a sample's endpoint, which follow from the master key, so that they need not be kept anywhere. */
@ApplicationScoped
class SampleSecrets {

    private static final int TOKEN_LENGTH = 32;

    @Inject
    SecretBox box;

    /** @return the last part of the address of the endpoint */
    String token(String mark) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; letters.length() < TOKEN_LENGTH; i++) {
            letters.append(box.mac("sample.endpoint", mark + i).replaceAll("[^0-9A-Za-z]", ""));
        }
        return letters.substring(0, TOKEN_LENGTH);
    }

    /** @return the secret that its events are signed with */
    String signing(String mark) {
        return "whsec_" + box.mac("sample.signing", mark);
    }
}
