package org.conversions.commission;

/**
 * What became of what a partner has earned in one currency, in minor units.
 *
 * @param currency in lower case
 * @param held of payments that are disputed
 * @param due  earned and not paid yet; negative when more was taken back after it was paid
 * @param paid paid out, less what later payments absorbed
 */
public record PartnerEarnings(String currency, long held, long due, long paid) {

    public long total() {
        return held + due + paid;
    }
}
