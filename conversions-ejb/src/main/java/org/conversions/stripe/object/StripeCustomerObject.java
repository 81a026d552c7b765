package org.conversions.stripe.object;

/** Stripe's customer object (stripe.md 2.2). */
public record StripeCustomerObject(String id, String name, String email, String country, TrackingMetadata tracking) {

    public static StripeCustomerObject of(StripeObject customer) {
        return new StripeCustomerObject(customer.requiredId("id"), customer.text("name"), customer.text("email"),
                customer.text("address.country"), TrackingMetadata.of(customer, "metadata"));
    }
}
