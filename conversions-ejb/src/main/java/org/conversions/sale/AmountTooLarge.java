package org.conversions.sale;

import jakarta.ejb.ApplicationException;

/** An amount that, in the workspace's currency, is more than can be counted. Nothing was recorded. */
@ApplicationException(rollback = false)
public class AmountTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    AmountTooLarge(ArithmeticException cause) {
        super("The amount is too large to be counted in the workspace's currency", cause);
    }
}
