package org.conversions.web.api.customer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fields that a body about a customer may have, for the description of the API: {@link CustomerRequest} reads the tree. */
@Schema(description = "What is left out stays as it is; what is null is cleared.")
record CustomerFields(
        @Schema(description = "Your own id of the buyer", example = "user_42") String externalId, String name, String email,
        @Schema(description = "The address of a picture") String avatar, String stripeCustomerId,
        @Schema(description = "Two capital letters", example = "DE") String country) {
}
