package org.conversions.stripe.object;

/** A customer as Stripe's customer object, or another object that is about one, describes it. @param id null for a guest */
public record StripeCustomerObject(String id, String name, String email, String country, TrackingMetadata tracking) {

    public static StripeCustomerObject of(StripeObject customer) {
        return new StripeCustomerObject(customer.requiredId("id"), customer.text("name"), customer.text("email"),
                customer.text("address.country"), TrackingMetadata.of(customer, "metadata"));
    }
}
