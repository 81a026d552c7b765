package org.conversions.workspace;

/** A part of the product that not every plan includes. Links, their clicks and their figures are on every plan. */
public enum Feature {

    /** Leads, sales and the buyers that they name. */
    CONVERSION_TRACKING("conversion tracking", Plan.BUSINESS),
    /** Stripe accounts, and what comes of their events. */
    STRIPE_INTEGRATION("the Stripe integration", Plan.BUSINESS),
    /** Other amounts of a reward, under conditions. */
    REWARD_CONDITIONS("reward conditions", Plan.ADVANCED);

    private final String name;
    private final Plan smallest;

    Feature(String name, Plan smallest) {
        this.name = name;
        this.smallest = smallest;
    }

    /** @return the plan from which on it is included */
    public Plan smallest() {
        return smallest;
    }

    /** @return a sentence that says why a workspace of a plan cannot use it */
    public String missingFrom(Plan plan) {
        return "The plan " + plan.text() + " does not include " + name + ": the workspace needs the plan " + smallest.text()
                + " or above.";
    }
}
