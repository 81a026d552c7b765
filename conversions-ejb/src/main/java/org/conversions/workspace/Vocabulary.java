package org.conversions.workspace;

import java.util.List;
import java.util.Locale;
import org.conversions.platform.Word;

/**
 * The names that a family of products uses towards browsers and Stripe. All of them are understood at
 * once, because they cannot collide; a workspace has one for what it writes itself.
 */
public enum Vocabulary implements Word {
    DUB("dub_id", "dub_client_reference_id", "dub_id_", List.of("dubCustomerExternalId", "dubCustomerId"), "dubClickId"),
    CODEQR("cq_id", "codeqr_client_reference_id", "codeqr_id_", List.of("codeqrCustomerId"), "codeqrClickId");

    private final String clickParameter;
    private final String paymentLinkMarker;
    private final String referencePrefix;
    private final List<String> externalIdKeys;
    private final String clickIdKey;

    Vocabulary(String clickParameter, String paymentLinkMarker, String referencePrefix,
               List<String> externalIdKeys, String clickIdKey) {
        this.clickParameter = clickParameter;
        this.paymentLinkMarker = paymentLinkMarker;
        this.referencePrefix = referencePrefix;
        this.externalIdKeys = externalIdKeys;
        this.clickIdKey = clickIdKey;
    }

    /** The query parameter and first-party cookie that carry the click id to the merchant's site. */
    public String clickParameter() {
        return clickParameter;
    }

    /** The query parameter by which a payment link asks for the click id; its value must be 1. */
    public String paymentLinkMarker() {
        return paymentLinkMarker;
    }

    /** The prefix of the click id in Stripe's {@code client_reference_id}. */
    public String referencePrefix() {
        return referencePrefix;
    }

    /** Metadata keys that name the customer's external id, the current name first. */
    public List<String> externalIdKeys() {
        return externalIdKeys;
    }

    /** The metadata key that names the click. */
    public String clickIdKey() {
        return clickIdKey;
    }

    /** @return the name in the API and in the database: dub, codeqr */
    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
