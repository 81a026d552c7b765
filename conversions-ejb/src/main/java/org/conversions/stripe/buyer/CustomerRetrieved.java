package org.conversions.stripe.buyer;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * Reports that Stripe was asked about a customer whom events wait for, and that its metadata say who it is. It counts as if
 * Stripe had reported it by itself when the customer was made, in an event of the type {@link #TYPE}.
 */
public record CustomerRetrieved(WorkspaceId workspaceId, Mode mode, ConnectionId connectionId, JsonNode object) {

    /** A type that is none of Stripe's, so no webhook brings it. */
    public static final String TYPE = "customer.retrieved";
}
