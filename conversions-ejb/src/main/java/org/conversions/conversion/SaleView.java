package org.conversions.conversion;

import java.time.Instant;
import org.conversions.money.Money;
import org.conversions.workspace.Mode;

/** A sale as other rooms see one. @param amount as sold, without what was taken back later */
public record SaleView(String id, String workspaceId, Mode mode, String saleKey, String customerId, String linkId,
                       String clickId, SaleKind kind, String invoiceId, Money amount, Instant paidAt) {
}
