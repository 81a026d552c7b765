package org.conversions.commission;

/**
 * The earnings of a partner in one currency, by what became of them, in minor units.
 *
 * @param currency in lower case
 * @param held of payments that are disputed
 * @param due  earned and not paid yet; negative when more was taken back after it was paid
 * @param paid paid out, less what later payouts absorbed
 */
public record PartnerEarnings(String currency, long held, long due, long paid) {

    public long total() {
        return held + due + paid;
    }
}
