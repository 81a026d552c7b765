package org.conversions.report.stream;

import org.conversions.platform.id.WorkspaceId;

/** Names what happened. @param id of the row that holds it: a click, a lead, a sale, an entry of either ledger, or a customer */
record StreamRef(WorkspaceId workspaceId, StreamKind kind, String id) {
}
