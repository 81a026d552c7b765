package org.conversions.payout.file;

import org.conversions.payout.profile.PayoutAccount;

/**
 * The partner who is paid.
 *
 * @param tenantId the merchant's own id of the partner, or null
 * @param country  two capital letters, or null
 * @param account  where the money goes; null while the partner has no payout profile
 */
public record Payee(String partnerId, String name, String email, String tenantId, String country, PayoutAccount account) {

    /** @return the name of the account's holder, or else the partner's */
    String holder() {
        return account != null && account.name() != null ? account.name() : name;
    }
}
