package org.conversions.customer;

/**
 * @param created true when the buyer was not known before, or by name only
 */
public record Identified(CustomerView customer, boolean created) {
}
