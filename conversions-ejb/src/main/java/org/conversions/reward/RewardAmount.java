package org.conversions.reward;

import java.math.BigDecimal;
import org.conversions.money.Share;
import org.conversions.platform.RequestRefused;

/**
 * The amount of a reward. Exactly one of the two is set. Pure.
 *
 * @param basisPoints percentage of the sale in hundredths of a percent, or null
 * @param flat        minor units of the workspace's currency for each, or null
 */
public record RewardAmount(Integer basisPoints, Long flat) {

    static final String PERCENTAGE = "percentage";
    static final String FLAT = "flat";
    private static final long FLAT_MAX = 99_999_999;

    /**
     * @param at the place of the three in the request, for the message: empty or a prefix such as {@code modifiers[0].}
     * @throws RequestRefused unprocessable for an amount that is none or does not belong to the type
     */
    static RewardAmount of(String at, String type, BigDecimal amountInPercentage, Long amountInCents) {
        if (PERCENTAGE.equals(type)) {
            refuse(at + "amountInCents", amountInCents, type);
            return new RewardAmount(basisPoints(at, amountInPercentage), null);
        }
        if (FLAT.equals(type)) {
            refuse(at + "amountInPercentage", amountInPercentage, type);
            return new RewardAmount(null, flat(at, amountInCents));
        }
        throw RequestRefused.unprocessable("field_value_unknown", at + "type: must be one of percentage, flat");
    }

    /** @param sold minor units @return the earnings, in minor units, rounded half up */
    public long of(long sold, int quantity) {
        return basisPoints != null ? Share.ofBasisPoints(basisPoints).of(sold) : Math.multiplyExact(flat, (long) quantity);
    }

    String type() {
        return basisPoints != null ? PERCENTAGE : FLAT;
    }

    /** As people write it: 12.5 and 10, not 12.50 and 1E+1; or null. */
    BigDecimal percentage() {
        if (basisPoints == null) {
            return null;
        }
        BigDecimal shortest = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
        return shortest.setScale(Math.max(0, shortest.scale()));
    }

    private static void refuse(String field, Object amount, String type) {
        if (amount != null) {
            throw RequestRefused.unprocessable("field_not_allowed",
                    field + ": does not belong to a " + type + " reward");
        }
    }

    private static int basisPoints(String at, BigDecimal percentage) {
        if (percentage == null || percentage.signum() < 0 || percentage.compareTo(BigDecimal.valueOf(100)) > 0
                || percentage.stripTrailingZeros().scale() > 2) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    at + "amountInPercentage: must be 0 to 100 with at most two decimals");
        }
        return percentage.movePointRight(2).intValueExact();
    }

    private static long flat(String at, Long amount) {
        if (amount == null || amount < 0 || amount > FLAT_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", at + "amountInCents: must be 0 to " + FLAT_MAX);
        }
        return amount;
    }
}
