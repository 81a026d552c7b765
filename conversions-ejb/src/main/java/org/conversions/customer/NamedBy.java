package org.conversions.customer;

import org.conversions.platform.Word;

/**
 * The first source of the report that a click brought a buyer. Of two reports of one second, the
 * one whose word comes first counts. A page's report counts only where there is no other, and a discount code only where there is
 * no click.
 */
public enum NamedBy implements Word {
    API("api"), PAYMENT_LINK("payment-link"), STRIPE_CUSTOMER("stripe-customer"), DIRECT_SALE("direct-sale"), SUBMITTED("submitted"),
    PAGE("page"), DISCOUNT_CODE("discount-code");

    private final String text;

    NamedBy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
