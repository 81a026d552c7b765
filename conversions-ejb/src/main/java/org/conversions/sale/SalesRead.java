package org.conversions.sale;

import java.util.List;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;

/** Fired when several sales of a workspace were read at once that may be about to change: what hangs on them may be read at once as well. */
public record SalesRead(WorkspaceId workspaceId, List<SaleId> saleIds) {
}
