package org.conversions.stripe.transfer;

import org.conversions.money.Money;
import org.conversions.platform.id.PartnerId;

/** The transfer of a payout. @param transferId at Stripe; null before it was made @param problem why it is not made; null for none */
public record TransferView(String payoutId, String batchId, PartnerId partnerId, String accountId, Money amount, TransferState state,
                           String transferId, String problem) {
}
