package org.conversions.workspace;

/** The workspace chose another currency for its figures in this transaction. @param currency in lower case */
public record CurrencyChanged(String workspaceId, String currency) {
}
