package org.conversions.workspace;

/** What is to be changed about a workspace, as the caller wrote it; null leaves a setting as it is. */
public record WorkspaceChange(String currency, String vocabulary, String attributionModel,
                              Integer attributionWindowDays, String timezone) {
}
