package org.conversions.workspace;

import org.conversions.platform.id.WorkspaceId;

/** The workspace chose another currency for its figures in this transaction. @param currency in lower case */
public record CurrencyChanged(WorkspaceId workspaceId, String currency) {
}
