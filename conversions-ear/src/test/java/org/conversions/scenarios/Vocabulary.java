package org.conversions.scenarios;

/** The names that a family of products uses, written down a second time on purpose: the server may not change them. */
enum Vocabulary {
    DUB("dub_client_reference_id", "dub_id_", "dubCustomerExternalId", "dubClickId"),
    CODEQR("codeqr_client_reference_id", "codeqr_id_", "codeqrCustomerId", "codeqrClickId");

    /** The parameter by which a payment link asks for the click id. */
    final String marker;
    /** The prefix of the click id in {@code client_reference_id}. */
    final String prefix;
    /** The metadata key of the customer's external id. */
    final String externalIdKey;
    /** The metadata key of the click id. */
    final String clickIdKey;

    Vocabulary(String marker, String prefix, String externalIdKey, String clickIdKey) {
        this.marker = marker;
        this.prefix = prefix;
        this.externalIdKey = externalIdKey;
        this.clickIdKey = clickIdKey;
    }
}
