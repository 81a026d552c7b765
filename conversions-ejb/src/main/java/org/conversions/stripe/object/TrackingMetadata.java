package org.conversions.stripe.object;

import org.conversions.platform.TextColumn;
import org.conversions.workspace.Vocabulary;

/**
 * The metadata that a merchant wrote into Stripe for us, in the words of any vocabulary: the customer's external id
 * and the click id. Either may be null.
 */
public record TrackingMetadata(String externalId, String clickId) {

    static final TrackingMetadata NONE = new TrackingMetadata(null, null);
    private static final int EXTERNAL_ID_MAX = TextColumn.LENGTH_MAX;

    /** @param path of a metadata object */
    static TrackingMetadata of(StripeObject object, String path) {
        if (!object.has(path)) {
            return NONE;
        }
        String externalId = null;
        String clickId = null;
        for (Vocabulary vocabulary : Vocabulary.values()) {
            for (String key : vocabulary.externalIdKeys()) {
                externalId = externalId != null ? externalId : object.text(path + "." + key);
            }
            clickId = clickId != null ? clickId : object.text(path + "." + vocabulary.clickIdKey());
        }
        if (externalId != null && externalId.length() > EXTERNAL_ID_MAX) {
            throw new MalformedObject("The external id in " + path + " is longer than " + EXTERNAL_ID_MAX);
        }
        return new TrackingMetadata(externalId, clickId);
    }

    /**
     * @return the click id in a {@code client_reference_id}: what follows the prefix of a vocabulary; null for one
     *         without such a prefix, which is the merchant's own
     */
    static String clickIdOf(String clientReferenceId) {
        if (clientReferenceId != null) {
            for (Vocabulary vocabulary : Vocabulary.values()) {
                if (clientReferenceId.startsWith(vocabulary.referencePrefix())) {
                    String clickId = clientReferenceId.substring(vocabulary.referencePrefix().length());
                    return clickId.isEmpty() ? null : clickId;
                }
            }
        }
        return null;
    }

    /** @return this, with what is missing taken from another */
    TrackingMetadata or(TrackingMetadata other) {
        return new TrackingMetadata(externalId != null ? externalId : other.externalId,
                clickId != null ? clickId : other.clickId);
    }

    public boolean isEmpty() {
        return externalId == null && clickId == null;
    }
}
