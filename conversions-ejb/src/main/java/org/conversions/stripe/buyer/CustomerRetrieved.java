package org.conversions.stripe.buyer;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.workspace.Mode;

/**
 * Stripe was asked about a customer whom events wait for, and its metadata say who it is. It counts as if Stripe had told
 * it by itself when the customer was made, in an event of the type {@link #TYPE}.
 */
public record CustomerRetrieved(String workspaceId, Mode mode, String connectionId, JsonNode object) {

    /** No type of Stripe's: what it asks for, nobody sends. */
    public static final String TYPE = "customer.retrieved";
}
